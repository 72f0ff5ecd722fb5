import type { BusinessDay, InvitationId, TicketNumber } from '#domain/id.ts';
import type { Notebook } from '#platform/sync/device.ts';
import type { Exclusively } from './one-tab-at-a-time.ts';
import type { ChosenReasons } from './pad-facts.ts';
import type { GivenRating, Guest } from './session.ts';

/** What a pad must remember through a crash, and what its tabs agree on. Times by the corrected clock. */
export type PadNote = {
  readonly day: BusinessDay;
  /** Invitations settled here: never shown again. */
  readonly settled: readonly InvitationId[];
  /** Rated by the number on the paper: one rating per number and day. */
  readonly numbers: readonly TicketNumber[];
  readonly open: OpenNote | null;
  /** Reasons chosen but not yet written as a fact. */
  readonly reasons: (ChosenReasons & { readonly guest: Guest; readonly at: number }) | null;
};

export type OpenNote =
  | { readonly is: 'shown'; readonly guest: Guest; readonly at: number; readonly touched: boolean }
  | { readonly is: 'rated'; readonly guest: Guest; readonly at: number; readonly rating: GivenRating };

export type SharedNote = {
  /** As last read. */
  readonly peek: () => PadNote;
  /** Reads the note anew and lets nobody else write until the work is done. */
  readonly within: <Value>(work: (note: PadNote, keep: KeepNote) => Promise<Value>) => Promise<Value>;
};
export type KeepNote = (next: Partial<PadNote>) => Promise<boolean>;

type NotePorts = {
  readonly notebook: Notebook;
  readonly today: () => BusinessDay;
  readonly exclusively: Exclusively;
};

const NAME = 'pad';

export function shareNote({ notebook, today, exclusively }: NotePorts): SharedNote {
  let note = emptyNote(today());
  return {
    peek: () => note,
    within: (work) =>
      exclusively(async () => {
        note = await read(notebook, today());
        return work(note, (next) => {
          note = { ...note, ...next };
          return notebook.write(NAME, note);
        });
      }),
  };
}

/** Yesterday's settled invitations cannot come back; an open one can. */
async function read(notebook: Notebook, today: BusinessDay): Promise<PadNote> {
  const found = await notebook.read<PadNote>(NAME);
  if (!found || found.day === today) return found ?? emptyNote(today);
  return { ...emptyNote(today), open: found.open, reasons: found.reasons };
}

function emptyNote(day: BusinessDay): PadNote {
  return { day, settled: [], numbers: [], open: null, reasons: null };
}

import type { BusinessDay } from '#domain/id.ts';
import type { Journal, Notebook } from '#platform/sync/device.ts';

const NOTE = 'lease-exhausted';

type Told = { readonly day: BusinessDay; readonly letters: readonly string[] };
type ReportDesk = {
  readonly journal: Pick<Journal, 'record'>;
  readonly notebook: Notebook;
  readonly today: () => BusinessDay;
};

/** Tells the branch that a letter's spare numbers are used up: once a day, however many visitors ask. */
export async function reportExhausted(
  { journal, notebook, today }: ReportDesk,
  letter: string,
): Promise<void> {
  const day = today();
  const note = await notebook.read<Told>(NOTE);
  const letters = note?.day === day ? note.letters : [];
  if (letters.includes(letter)) return;
  const recorded = await journal.record({ kind: 'device-trouble', code: 'lease-exhausted' });
  if (recorded.is === 'written') await notebook.write(NOTE, { day, letters: [...letters, letter] });
}

import { type Signal, signal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { Asked } from '#contract/requests.ts';
import type { Entry, Fact } from '#domain/event.ts';
import type { BusinessDay, TicketNumber } from '#domain/id.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Answered, Connection, Device, Trouble } from '#platform/sync/device.ts';
import { type ClockDouble, clockDouble } from './clock-double.ts';
import { configDouble } from './config-double.ts';

export const TODAY: BusinessDay = '2026-11-22';

/** An answer, or how to make one; a promise holds the answer back. */
export type ScriptedAnswer = Answered | ((asked: Asked) => Answered | Promise<Answered>);

export type DeviceDoubleOptions = {
  readonly config?: DeviceConfig;
  readonly clock?: ClockDouble;
  readonly day?: BranchDay;
  /** Numbers this device may give out alone, per letter. */
  readonly leases?: Readonly<Record<string, { readonly next: number; readonly to: number }>>;
  /** What the server says, first to last, then `no-answer`. */
  readonly answers?: readonly ScriptedAnswer[];
  /** What survives a crash: hand the one of the dead device on. */
  readonly disk?: DiskDouble;
};

/** What lies on the disk of a device; outlives the device. */
export type DiskDouble = {
  readonly facts: Fact[];
  readonly notes: Map<string, unknown>;
  readonly next: Map<string, number>;
};

export type DeviceDouble = Device & {
  readonly config: Signal<DeviceConfig>;
  readonly connection: Signal<Connection>;
  readonly troubles: Signal<readonly Trouble[]>;
  readonly clock: ClockDouble;
  readonly disk: DiskDouble;
  readonly day: Signal<BranchDay>;
  /** Everything recorded, oldest first. */
  readonly facts: () => readonly Fact[];
  readonly asked: readonly Asked[];
  readonly answerNext: (...answers: readonly ScriptedAnswer[]) => void;
  /** From now on the disk refuses every write, or takes them again. */
  readonly breakDisk: (broken: boolean) => void;
  /** What arrives from elsewhere in the branch, in the server's order. */
  readonly arrive: (...facts: readonly Fact[]) => void;
};

export function diskDouble(): DiskDouble {
  return { facts: [], notes: new Map(), next: new Map() };
}

/** A device in memory, with the real one's promises: strict order, all or nothing, one number once. */
export function deviceDouble(options: DeviceDoubleOptions = {}): DeviceDouble {
  const clock = options.clock ?? clockDouble();
  const disk = options.disk ?? diskDouble();
  const config = signal(options.config ?? configDouble);
  const day = signal(options.day ?? emptyDay(TODAY));
  const unsent = signal(disk.facts.length);
  const script: ScriptedAnswer[] = [...(options.answers ?? [])];
  const asked: Asked[] = [];
  let broken = false;
  let lastId = 0;
  const newId = () => {
    lastId += 1;
    return `${config.peek().device.id}-${disk.facts.length}-${lastId}`;
  };

  const fold = (fact: Fact, device: string) => {
    const id = newId();
    const position = day.peek().position + 1;
    const entry: Entry = { position, id, device, at: clock.now(), day: TODAY, fact };
    day.value = foldDay(day.peek(), entry);
    return id;
  };
  const write = (facts: readonly Fact[]) => {
    disk.facts.push(...facts);
    unsent.value = disk.facts.length;
    return facts.map((fact) => fold(fact, config.peek().device.id));
  };
  const nextLeased = (letter: string): TicketNumber | null => {
    const lease = options.leases?.[letter];
    const next = disk.next.get(letter) ?? lease?.next;
    if (!lease || next === undefined || next > lease.to) return null;
    disk.next.set(letter, next + 1);
    return `${letter}${String(next).padStart(3, '0')}`;
  };

  return {
    config,
    connection: signal<Connection>({ is: 'connected' }),
    troubles: signal<readonly Trouble[]>([]),
    clock,
    disk,
    day,
    asked,
    journal: {
      day,
      unsent,
      record: async (...facts) => (broken ? { is: 'unwritten' } : { is: 'written', ids: write(facts) }),
      recordNumbered: async (letter, factWith) => {
        if (broken) return { is: 'unwritten' };
        const number = nextLeased(letter);
        if (number === null) return { is: 'lease-exhausted' };
        write([factWith(number)]);
        return { is: 'written', number };
      },
    },
    requester: {
      ask: async (question, limits) => {
        asked.push(question);
        const answer = script.shift() ?? { is: 'no-answer' as const };
        const given = typeof answer === 'function' ? answer(question) : answer;
        return Promise.race([given, tooLate(clock, limits?.timeoutMs)]);
      },
    },
    notebook: {
      read: async <Note>(name: string) => (disk.notes.get(name) ?? null) as Note | null,
      write: async (name, note) => {
        if (!broken) disk.notes.set(name, structuredClone(note));
        return !broken;
      },
      erase: async (name) => void disk.notes.delete(name),
    },
    now: clock.now,
    today: () => TODAY,
    newId,
    rescueExport: async () => ({ is: broken ? 'partial' : 'whole', text: JSON.stringify(disk.facts) }),
    facts: () => disk.facts,
    answerNext: (...answers) => void script.push(...answers),
    breakDisk: (refuses) => {
      broken = refuses;
    },
    arrive: (...facts) => {
      for (const fact of facts) fold(fact, 'elsewhere');
    },
  };
}

function tooLate(clock: ClockDouble, timeoutMs: number | undefined): Promise<Answered> {
  return new Promise((resolve) => {
    if (timeoutMs !== undefined) clock.schedule(timeoutMs, () => resolve({ is: 'no-answer' }));
  });
}

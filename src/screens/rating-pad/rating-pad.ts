import { computed, effect, signal, untracked } from '@preact/signals';
import { createStaffPanel } from '#platform/lobby-mode/staff-panel.ts';
import { createAnswers, explainByTime } from './answers.ts';
import { createNumberEntry } from './number-entry.ts';
import { createPadCore, isElder, type PadCore, type RatingPadPorts } from './pad-core.ts';
import { createReception, LOOK_AGAIN_MS, type Reception } from './reception.ts';
import { type Asking, afterAccepted, type Lapse, lapseOf, RESTING } from './session.ts';
import { stepFor } from './step.ts';

export type RatingPad = ReturnType<typeof createRatingPad>;

/** How long "not hit" stands on the screen. */
const MISSED_MS = 3_000;

/** The pad on the counter: invited by the finish of a ticket, never by a person. */
export function createRatingPad(ports: RatingPadPorts) {
  const core = createPadCore(ports);
  const reception = createReception(core);
  const staff = createStaffPanel(ports);
  const today = signal(ports.today());
  const missed = showBriefly(ports);
  core.onLapse = () => lapse(core, reception);

  const step = computed(() =>
    stepFor({
      session: core.session.value,
      day: ports.journal.day.value,
      config: ports.config.value,
      counter: core.counter,
      today: today.value,
      connection: ports.connection.value,
      staff: staff.isOpen.value,
    }),
  );
  const touched = () => touch(core);
  const stops = [
    ...follow(core, reception),
    effect(() => {
      // A visitor comes before staff.
      if (core.session.value.is !== 'resting') untracked(staff.close);
    }),
    every(ports, LOOK_AGAIN_MS, () => {
      today.value = ports.today();
      reception.look();
    }),
  ];
  return {
    step,
    answers: createAnswers(core, reception),
    number: createNumberEntry(core, reception),
    /** Any finger anywhere: somebody is there and thinking. */
    touched,
    staff,
    missed: missed.shown,
    missedTouch: missed.show,
    /** Nobody is before the pad: a new version may take over. */
    isIdle: computed(() => core.session.value.is === 'resting' && !staff.isOpen.value),
    start: reception.start,
    stop: () => {
      for (const stop of stops) stop();
      staff.close();
      core.stop();
    },
  };
}

function follow(core: PadCore, reception: Reception): (() => void)[] {
  const { journal, visible, modes, channel } = core.ports;
  return [
    effect(() => {
      journal.day.value;
      untracked(reception.look);
    }),
    effect(() => {
      if (visible.value) void untracked(reception.seen);
    }),
    effect(() => {
      modes.size.value;
      untracked(core.rearm);
    }),
    effect(() => {
      // The visitor has gone: the pad is as the branch set it up, and may have somebody else to ask.
      if (core.session.value.is === 'resting') untracked(() => leave(core, reception));
    }),
    channel.listen(reception.hear),
  ];
}

function leave(core: PadCore, reception: Reception): void {
  core.ports.modes.resetModes();
  reception.look();
}

function lapse(core: PadCore, reception: Reception): void {
  const current = core.session.peek();
  const due = lapseOf(current, isElder(core));
  if (!due || core.isWriting()) return;
  if (due.at > core.ports.mono()) core.rearm();
  else lapsed(core, reception, due.what);
}

function lapsed(core: PadCore, reception: Reception, what: Lapse['what']): void {
  const current = core.session.peek();
  if (what === 'rest') core.go(RESTING);
  else if (current.is === 'accepted')
    core.go(afterAccepted(current, core.ports.mono(), core.ports.config.peek().branch.reasons));
  else if (current.is === 'asking') giveUp(core, reception, current);
  else if (current.is === 'explaining') void explainByTime(core, current);
}

/** Silence is an outcome of its own, never a level. */
function giveUp(core: PadCore, reception: Reception, current: Asking): void {
  const { guest, shownAt, touched } = current;
  const outcome = shownAt === null ? 'not-offered' : 'timeout';
  const claim = shownAt === null ? 'found' : touched ? 'mine' : 'silent';
  if (guest.from === 'finish') void reception.end([{ guest, outcome }], claim);
  core.go(RESTING);
}

function touch(core: PadCore): void {
  const current = core.session.peek();
  if (current.is === 'asking' && !current.touched) {
    core.go({ ...current, touched: true });
    void core.ledger.touch(current.guest);
  }
  if (current.is === 'explaining' || current.is === 'typing') {
    core.go({ ...current, touchedAt: core.ports.mono() });
  }
}

function showBriefly({ schedule }: RatingPadPorts) {
  const shown = signal(false);
  let cancel = () => {};
  return {
    shown,
    show: () => {
      shown.value = true;
      cancel();
      cancel = schedule(MISSED_MS, () => {
        shown.value = false;
      });
    },
  };
}

function every({ schedule }: RatingPadPorts, ms: number, run: () => void): () => void {
  let cancel = schedule(ms, function again() {
    run();
    cancel = schedule(ms, again);
  });
  return () => cancel();
}

import { clockTime } from '#platform/i18n/times.ts';
import { CalledTicket } from './called-ticket.tsx';
import type { ConsoleStep } from './console-step.ts';
import type { ConsoleSurface } from './console-surface.ts';
import { CutDesk, ServingOffline } from './cut-desk.tsx';
import { Action, MainButton } from './main-button.tsx';
import { minutesBetween } from './waiting-view.ts';

type PanelProps = { readonly at: ConsoleSurface };

/** The heart of the console: what is to be done now, and one big button for it. */
export function NowPanel({ at }: PanelProps) {
  const step = at.desk.step.value;
  return (
    <section class="teller-console-now" data-step={step} aria-live="polite">
      <NowContent at={at} step={step} />
    </section>
  );
}

function NowContent({ at, step }: PanelProps & { readonly step: ConsoleStep }) {
  switch (step) {
    case 'serving':
    case 'serving-cut':
      return <CalledTicket at={at} />;
    case 'cut':
      return <CutDesk at={at} />;
    case 'serving-offline':
      return <ServingOffline at={at} />;
    default:
      return <NobodyHere at={at} step={step} />;
  }
}

const MAIN_WORDS = { closed: 'open', paused: 'continue-service', ready: 'call-next' } as const;
const MAIN_ICON = { closed: 'play', paused: 'play', ready: 'megaphone' } as const;

function NobodyHere({ at, step }: PanelProps & { readonly step: ConsoleStep }) {
  const { words } = at;
  const kind = step === 'closed' || step === 'paused' ? step : 'ready';
  return (
    <div class="teller-console-nobody">
      <h2 class="text-title">{kind === 'ready' ? words.say('ready') : words.say(`status-${kind}`)}</h2>
      <p class="text-soft">{hintOf(at, kind)}</p>
      <MainButton at={at} icon={MAIN_ICON[kind]} label={words.say(MAIN_WORDS[kind])} />
      {kind === 'ready' && (
        <div class="teller-console-actions">
          <Action at={at} command="came-back" icon="person" label={words.say('came-back-number')} />
          <Action
            at={at}
            command="resume"
            icon="play"
            label={words.say('resume')}
            disabled={at.parked.value.length === 0}
          />
        </div>
      )}
    </div>
  );
}

function hintOf(at: ConsoleSurface, kind: 'closed' | 'paused' | 'ready'): string {
  const { words, desk, config } = at;
  if (kind === 'closed') return words.say('open-hint');
  if (kind === 'paused') {
    const { pauseReason, since } = desk.counter.value;
    const time = clockTime(since, config.value.branch.timeZone, words.language.value);
    return words.say('paused-since', { reason: reasonText(at, pauseReason), time });
  }
  const mine = at.allRows.value.filter((row) => row.mine);
  const [first] = mine;
  if (!first) return words.say('ready-nobody');
  const oldest = Math.min(...mine.map((row) => row.ticket.takenAt));
  return words.say('ready-next', {
    count: mine.length,
    minutes: minutesBetween(oldest, desk.clock.value),
  });
}

const REASONS = ['break', 'counting-cash', 'helping-in-lobby', 'equipment', 'meeting'] as const;

function reasonText({ words }: ConsoleSurface, reason: string | null): string {
  const known = REASONS.find((each) => each === reason);
  return words.say(`reason-${known ?? 'other'}`);
}

import { Avatar } from '#design/components/avatar/avatar.tsx';
import { Button } from '#design/components/button/button.tsx';
import { ConnectionLine } from '#design/components/connection-line/connection-line.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import { HoldPlace } from '#design/components/staff-panel/hold-place.tsx';
import { Stars } from '#design/components/stars/stars.tsx';
import type { Teller } from '#domain/branch/branch.ts';
import { clockTime } from '#platform/i18n/times.ts';
import type { PadView, PadWording, StepView } from './pad-view.ts';
import type { Desk } from './step.ts';
import './idle-view.css';

export function IdleView({ view, step }: StepView<'idle'>) {
  const { words, pad } = view;
  const { desk } = step;
  const isServing = desk.status === 'open' && desk.teller;
  return (
    <ScreenFrame
      class="pad-idle"
      bottomStart={
        <HoldPlace onHoldStart={pad.staff.holdStart} onHoldEnd={pad.staff.holdEnd}>
          <PadState view={view} />
        </HoldPlace>
      }
      bottomEnd={
        step.offersNumber && (
          <Button icon="ticket" onPress={pad.number.start}>
            {words.say('rateByNumber')}
          </Button>
        )
      }
    >
      <div class="pad-idle-sheet">
        <p class="pad-counter">
          <span class="only-spoken">{words.say('counter', { label: desk.label })}</span>
          <span class="pad-counter-label number" aria-hidden="true">
            {desk.label}
          </span>
          <span class="pad-counter-word" aria-hidden="true">
            {words.say('counterWord')}
          </span>
        </p>
        {isServing ? (
          <Serving desk={desk} teller={isServing} words={words} />
        ) : (
          <Away desk={desk} words={words} />
        )}
      </div>
    </ScreenFrame>
  );
}

type ServingProps = { readonly desk: Desk; readonly teller: Teller; readonly words: PadWording };

function Serving({ desk, teller, words }: ServingProps) {
  return (
    <section class="pad-teller">
      <Avatar
        name={teller.shownName}
        photo={teller.photo ? `/photos/${teller.photo}` : undefined}
        size="large"
        class="pad-teller-picture"
      />
      <div class="pad-teller-words">
        <h1 class="pad-teller-name">{teller.shownName}</h1>
        <p>{words.say('tellerNumber', { id: teller.id })}</p>
      </div>
      {teller.stars > 0 && (
        <Stars
          class="pad-teller-stars"
          value={teller.stars}
          label={words.say('stars', { count: teller.stars })}
          worded
        />
      )}
      <p class="pad-teller-now">
        {desk.serving ? (
          <>
            <span>{words.say('servingNumber')}</span>
            <strong class="pad-teller-number number">{desk.serving}</strong>
          </>
        ) : (
          words.say('readyTitle')
        )}
      </p>
    </section>
  );
}

const awayTitles = {
  open: 'unknownTitle',
  paused: 'pausedTitle',
  closed: 'closedTitle',
  unknown: 'unknownTitle',
} as const;

/** Reasons a visitor may know; counting cash or a meeting is nobody's business. */
const pauseReasons = {
  break: 'pause-break',
  'helping-in-lobby': 'pause-helping-in-lobby',
  equipment: 'pause-equipment',
} as const;

function Away({ desk, words }: { readonly desk: Desk; readonly words: PadWording }) {
  const reason = pauseReasons[desk.pauseReason as keyof typeof pauseReasons] as
    | (typeof pauseReasons)[keyof typeof pauseReasons]
    | undefined;
  return (
    <section class="pad-away">
      <h1 class="pad-away-title">{words.say(awayTitles[desk.status])}</h1>
      {desk.status === 'paused' && reason && <p>{words.say(reason)}</p>}
      {desk.status === 'paused' && <p>{words.say('pausedHint')}</p>}
      {desk.status === 'closed' && <p>{words.say('closedHint')}</p>}
    </section>
  );
}

/** The one quiet place: whether it works, and since when not. */
function PadState({ view }: { readonly view: PadView }) {
  const { words, connection, config, troubles } = view;
  const codes = troubles.value.map(({ code }) => code);
  if (codes.includes('revoked')) return <ConnectionLine state="cut">{words.say('revoked')}</ConnectionLine>;
  if (codes.some((code) => BROKEN.has(code)))
    return <ConnectionLine state="cut">{words.say('trouble')}</ConnectionLine>;
  if (connection.value.is === 'connected')
    return <ConnectionLine state="connected">{words.say('connected')}</ConnectionLine>;
  const time = clockTime(connection.value.since, config.value.branch.timeZone, words.language.value);
  return <ConnectionLine state="cut">{words.say('cut', { time })}</ConnectionLine>;
}

const BROKEN = new Set<string>(['storage-full', 'storage-broken', 'cloned']);

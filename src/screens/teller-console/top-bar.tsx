import { Button } from '#design/components/button/button.tsx';
import { ConnectionLine } from '#design/components/connection-line/connection-line.tsx';
import { Icon } from '#design/components/icon/icon.tsx';
import { StatusChip } from '#design/components/status-chip/status-chip.tsx';
import { counterById } from '#domain/queue/who-serves.ts';
import { devicePhrases } from '#platform/i18n/phrases/device.ts';
import { clockTime } from '#platform/i18n/times.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import type { ConsoleSurface } from './console-surface.ts';
import { lastReceived } from './counter-view.ts';
import { allows, keyHint } from './shortcuts.ts';

type BarProps = { readonly at: ConsoleSurface };

/** Which counter, who sits there, how it stands; the quiet place for the line. */
export function TopBar({ at }: BarProps) {
  const { desk, words, config } = at;
  const { branch } = config.value;
  const label = counterById(branch, desk.counterId)?.label ?? desk.counterId;
  const teller = branch.tellers.find(({ id }) => id === desk.teller.value);
  const step = desk.step.value;
  return (
    <header class="teller-console-bar">
      <Icon name="leaf" class="teller-console-leaf" />
      <h1 class="teller-console-counter">{words.say('counter', { label })}</h1>
      {desk.teller.value && (
        <p class="teller-console-teller">
          <span>{teller?.shownName}</span> <span class="number text-soft">{desk.teller.value}</span>
        </p>
      )}
      {desk.teller.value && <Status at={at} />}
      <Rating at={at} />
      <span class="teller-console-space" />
      <Line at={at} />
      <time class="teller-console-clock number">
        {clockTime(desk.clock.value, branch.timeZone, words.language.value)}
      </time>
      {allows(step, 'pause') && (
        <Button icon="pause" hint={keyHint('pause')} onPress={() => at.run('pause')}>
          {words.say('pause')}
        </Button>
      )}
      {allows(step, 'sign-out') && (
        <Button icon="back" hint={keyHint('sign-out')} onPress={() => at.run('sign-out')}>
          {words.say('sign-out')}
        </Button>
      )}
      <Button
        icon="text-size"
        onPress={() => {
          at.dialog.value = 'display';
        }}
      >
        {words.say('display')}
      </Button>
    </header>
  );
}

const STATUS_TONE = { open: 'success', closed: 'neutral', paused: 'warning' } as const;
const STATUS_ICON = { open: 'check', closed: 'stop', paused: 'pause' } as const;

function Status({ at: { desk, words } }: BarProps) {
  const { status } = desk.counter.value;
  const serving = desk.called.value !== null || desk.desk.serving.value !== null;
  return (
    <StatusChip tone={serving ? 'info' : STATUS_TONE[status]} icon={serving ? 'person' : STATUS_ICON[status]}>
      {words.say(serving ? 'status-serving' : `status-${status}`)}
    </StatusChip>
  );
}

const RECEIVED_ICON = { received: 'done', inviting: 'clock', none: 'info' } as const;

/** That a rating came, never which. */
function Rating({ at: { desk, words } }: BarProps) {
  const teller = desk.teller.value;
  const received = teller && lastReceived(desk.day.value, desk.counterId, teller);
  if (!received) return null;
  return (
    <StatusChip tone="neutral" icon={RECEIVED_ICON[received.is]}>
      {words.say(`rating-${received.is}`, { number: received.number })}
    </StatusChip>
  );
}

function Line({ at: { desk, words, config } }: BarProps) {
  const line = wordingOf(devicePhrases, words.language);
  const connection = desk.connection.value;
  const { timeZone } = config.value.branch;
  const unsent = desk.unsent.value;
  if (connection.is === 'cut') {
    const time = clockTime(connection.since, timeZone, words.language.value);
    return <ConnectionLine state="cut">{line.say('cut', { time })}</ConnectionLine>;
  }
  if (unsent > 0)
    return <ConnectionLine state="waiting">{line.say('unsent', { count: unsent })}</ConnectionLine>;
  return <ConnectionLine state="connected">{line.say('connected')}</ConnectionLine>;
}

import type { ReadonlySignal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import type { Words } from '#domain/branch/branch.ts';
import { calendarDay, clockTime } from '#platform/i18n/times.ts';
import type { StaffPanel } from '#platform/lobby-mode/staff-panel.ts';
import { Both, sayBoth } from './both.tsx';
import type { BoardStep, CallBoard, Stale } from './call-board.ts';
import { CallList } from './call-list.tsx';
import { CounterLine, ServiceCell } from './counter-panel.tsx';
import './call-board.css';

type ScreenProps = {
  readonly board: CallBoard;
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly staff: Pick<StaffPanel, 'holdStart' | 'holdEnd'>;
};

const HOUR_MIN = 60;

export function CallBoardScreen({ board, config, staff }: ScreenProps) {
  const { timeZone, name } = config.value.branch;
  const timeOf = (at: number) => clockTime(at, timeZone, 'zh-CN');
  const minute = board.minute.value;
  const shift = board.shiftPx.value;
  return (
    <div class="call-board" data-step={board.step.value}>
      <main class="call-board-sheet" style={{ translate: `${shift.x}px ${shift.y}px` }}>
        <header
          class="call-board-head"
          onPointerDown={staff.holdStart}
          onPointerUp={staff.holdEnd}
          onPointerLeave={staff.holdEnd}
          onPointerCancel={staff.holdEnd}
        >
          <Icon name="leaf" class="call-board-leaf" />
          <h1 class="call-board-branch">
            <Both words={name} />
          </h1>
          <Both
            class="call-board-date"
            words={{
              'zh-CN': calendarDay(minute, timeZone, 'zh-CN'),
              en: calendarDay(minute, timeZone, 'en'),
            }}
          />
          <time class="call-board-clock">{timeOf(minute)}</time>
        </header>
        <Truth step={board.step.value} stale={board.stale.value} timeOf={timeOf} />
        <CallList board={board} />
        <section class="call-board-counters">
          {board.counters.value.map((counter) => (
            <CounterLine key={counter.id} counter={counter} />
          ))}
        </section>
        <section class="call-board-services">
          {board.services.value.map((service) => (
            <ServiceCell key={service.id} service={service} language={board.language.value} />
          ))}
        </section>
      </main>
    </div>
  );
}

type TruthProps = {
  readonly step: BoardStep;
  readonly stale: Stale | null;
  readonly timeOf: (at: number) => string;
};

/** Nothing while all is well; otherwise since when the wall cannot be believed. */
function Truth({ step, stale, timeOf }: TruthProps) {
  if (step === 'revoked') return <Banner words={sayBoth('revoked')} />;
  if (!stale) return null;
  return <Banner words={staleWords(stale, timeOf)} />;
}

type BannerProps = { readonly words: Words };

function Banner({ words }: BannerProps) {
  return (
    <div class="call-board-truth" role="alert">
      <Icon name="offline" />
      <Both words={words} />
    </div>
  );
}

function staleWords({ since, minutes }: Stale, timeOf: (at: number) => string): Words {
  const time = timeOf(since);
  if (minutes === 0) return sayBoth('staleNow', { time });
  if (minutes < HOUR_MIN) return sayBoth('stale', { time, minutes });
  return sayBoth('staleHours', { time, hours: Math.floor(minutes / HOUR_MIN), minutes: minutes % HOUR_MIN });
}

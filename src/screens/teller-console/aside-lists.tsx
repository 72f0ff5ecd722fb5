import type { ComponentChildren } from 'preact';
import { Button } from '#design/components/button/button.tsx';
import { clockTime } from '#platform/i18n/times.ts';
import type { ConsoleSurface } from './console-surface.ts';
import { durationText } from './facts-grid.tsx';
import { allows } from './shortcuts.ts';
import { minutesBetween } from './waiting-view.ts';

type ListProps = { readonly at: ConsoleSurface };

/** Beside the ticket in hand: who was set aside, who may come back; while cut off also what was recorded. */
export function AsideLists({ at }: ListProps) {
  const { desk } = at;
  const cut = desk.connection.value.is === 'cut';
  const recorded = desk.desk.served.value.length > 0;
  return (
    <div class="teller-console-asides">
      {(cut || recorded) && <Recorded at={at} />}
      {!cut && <Parked at={at} />}
      {!cut && <Missed at={at} />}
    </div>
  );
}

type AsideProps = {
  readonly title: string;
  readonly note?: string | undefined;
  readonly empty: string;
  readonly count: number;
  readonly children: ComponentChildren;
};

function AsideList({ title, note, empty, count, children }: AsideProps) {
  return (
    <section class="teller-console-aside">
      <h2>
        <span>
          {title} {count > 0 && <span class="number">{count}</span>}
        </span>
        {note && <span class="teller-console-aside-note">{note}</span>}
      </h2>
      {count === 0 ? <p class="text-soft text-s">{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

function Parked({ at }: ListProps) {
  const { desk, words, parked } = at;
  const may = allows(desk.step.value, 'resume');
  return (
    <AsideList title={words.say('parked-title')} empty={words.say('parked-none')} count={parked.value.length}>
      {parked.value.map(({ ticket, since }) => (
        <li key={ticket.ticketId}>
          <span class="teller-console-aside-number">{ticket.number}</span>
          <span class="text-s">
            {words.say('parked-since', { minutes: minutesBetween(since, desk.clock.value) })}
          </span>
          <Button
            disabled={!may}
            onPress={() => desk.ask({ kind: 'resume-ticket', ticketId: ticket.ticketId })}
          >
            {words.say('resume')}
          </Button>
        </li>
      ))}
    </AsideList>
  );
}

function Missed({ at }: ListProps) {
  const { desk, words, missed } = at;
  const may = allows(desk.step.value, 'came-back');
  return (
    <AsideList title={words.say('missed-title')} empty={words.say('missed-none')} count={missed.value.length}>
      {missed.value.map(({ ticket, leftMin }) => (
        <li key={ticket.ticketId}>
          <span class="teller-console-aside-number">{ticket.number}</span>
          <span class="text-s">{words.say('missed-left', { minutes: leftMin })}</span>
          <Button disabled={!may} onPress={() => desk.ask({ kind: 'return-ticket', number: ticket.number })}>
            {words.say('came-back')}
          </Button>
        </li>
      ))}
    </AsideList>
  );
}

function Recorded({ at }: ListProps) {
  const { desk, words, config } = at;
  const { timeZone } = config.value.branch;
  const unsent = desk.unsent.value;
  const served = desk.desk.served.value;
  const note = unsent > 0 ? words.say('unsent', { count: unsent }) : words.say('all-sent');
  return (
    <AsideList
      title={words.say('recorded-title')}
      note={served.length > 0 ? note : undefined}
      empty={words.say('recorded-none')}
      count={served.length}
    >
      {served.map(({ number, at: when, servedMs }) => (
        <li key={`${number} ${when}`}>
          <span class="teller-console-aside-number">{number}</span>
          <span class="text-s">
            {words.say('recorded-line', {
              time: clockTime(when, timeZone, words.language.value),
              duration: durationText(servedMs),
            })}
          </span>
        </li>
      ))}
    </AsideList>
  );
}

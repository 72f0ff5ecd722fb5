import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '#design/components/icon/icon.tsx';
import { counterById } from '#domain/queue/who-serves.ts';
import type { ConsoleSurface } from './console-surface.ts';
import { Overdue } from './main-button.tsx';
import { slice } from './row-window.ts';
import { promisedText } from './ticket-words.ts';
import type { WaitingRow } from './waiting-view.ts';

type TableProps = { readonly at: ConsoleSurface };

/** Before the first row is measured. */
const ROW_PX = 32;

/** Only the rows in view are drawn: five hundred waiting scroll as lightly as five. */
export function WaitingTable({ at }: TableProps) {
  const { words, rows } = at;
  const area = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 0, row: ROW_PX });
  const measure = () => {
    const { current } = area;
    if (!current) return;
    const row = current.querySelector<HTMLElement>('tbody tr[data-number]')?.offsetHeight || ROW_PX;
    const top = Math.floor(current.scrollTop / row) * row;
    const next = { top, height: current.clientHeight, row };
    if (next.top !== view.top || next.height !== view.height || next.row !== view.row) setView(next);
  };
  useLayoutEffect(() => {
    // Arrows scroll it; that a scroller can be reached by Tab is not yet so in every browser.
    if (area.current) area.current.tabIndex = 0;
    measure();
  });
  const shown = slice(rows.value.length, view);
  const heads = ['number', 'service', 'class', 'waited', 'promised', 'passed'] as const;
  return (
    <section
      ref={area}
      class="teller-console-table"
      aria-label={words.say('waiting-title')}
      onScroll={measure}
    >
      <table aria-rowcount={rows.value.length + 1}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {words.say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer px={shown.beforePx} />
          {rows.value.slice(shown.from, shown.to).map((row, place) => (
            <Row key={row.ticket.ticketId} at={at} row={row} place={shown.from + place} />
          ))}
          <Spacer px={shown.afterPx} />
        </tbody>
      </table>
      {rows.value.length === 0 && <p class="teller-console-none">{words.say('waiting-none')}</p>}
    </section>
  );
}

function Spacer({ px }: { readonly px: number }) {
  if (px === 0) return null;
  return (
    <tr>
      <td colSpan={6} style={{ blockSize: `${px}px`, padding: '0' }} />
    </tr>
  );
}

type RowProps = TableProps & { readonly row: WaitingRow; readonly place: number };

function Row({ at, row, place }: RowProps) {
  const { words } = at;
  const { ticket, service, ticketClass, waitedMin, overdue } = row;
  return (
    <tr
      data-number={ticket.number}
      data-mine={row.mine ? '' : undefined}
      data-next={row.next ? '' : undefined}
      aria-rowindex={place + 2}
    >
      <td class="teller-console-cell-number">
        <span class="teller-console-waited">
          {ticket.number}
          {row.next && <NextMark at={at} />}
          <OnlyCounter at={at} row={row} />
        </span>
      </td>
      <td>
        <span class="teller-console-clip">{service ? words.pick(service.name) : ticket.service}</span>
      </td>
      <td>{ticketClass ? words.pick(ticketClass.name) : ticket.ticketClass}</td>
      <td class="number">
        <span class="teller-console-waited">
          {words.say('minutes', { count: waitedMin })}
          {overdue && <Overdue at={at} />}
        </span>
      </td>
      <td class="number">{promisedText(at, ticket)}</td>
      <td class="number">{ticket.passed > 0 ? words.say('times', { count: ticket.passed }) : ''}</td>
    </tr>
  );
}

function NextMark({ at }: TableProps) {
  return (
    <span class="teller-console-next">
      <Icon name="next" />
      {at.words.say(at.desk.connection.value.is === 'cut' ? 'maybe-mark' : 'next-mark')}
    </span>
  );
}

function OnlyCounter({ at, row }: TableProps & { readonly row: WaitingRow }) {
  const { onlyCounter } = row.ticket;
  if (onlyCounter === null) return null;
  const { words, desk, config } = at;
  const label = counterById(config.value.branch, onlyCounter)?.label ?? onlyCounter;
  return (
    <span class="teller-console-only">
      {onlyCounter === desk.counterId ? words.say('only-here') : words.say('only-counter', { label })}
    </span>
  );
}

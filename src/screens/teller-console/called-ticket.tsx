import { StatusChip } from '#design/components/status-chip/status-chip.tsx';
import type { ConsoleSurface } from './console-surface.ts';
import type { Called } from './counter-view.ts';
import { durationText, Term } from './facts-grid.tsx';
import { Action, MainButton, Overdue } from './main-button.tsx';
import { promisedText } from './ticket-words.ts';
import { isOverdue, minutesBetween } from './waiting-view.ts';

type CalledProps = { readonly at: ConsoleSurface };

export function CalledTicket({ at }: CalledProps) {
  const { desk, words } = at;
  const called = desk.called.value;
  if (!called) return null;
  const cut = desk.step.value === 'serving-cut';
  const { ticket } = called;
  return (
    <div class="teller-console-called">
      <div class="teller-console-called-head">
        <div>
          <p class="text-soft">{words.say('now-serving')}</p>
          <p class="teller-console-number" data-number={ticket.number}>
            {ticket.number}
          </p>
        </div>
        <TicketFacts at={at} called={called} />
      </div>
      <MainButton at={at} icon="check" label={words.say(cut ? 'finish-offline' : 'finish')} />
      <div class="teller-console-actions">
        <CalledActions at={at} cut={cut} />
      </div>
    </div>
  );
}

function CalledActions({ at, cut }: CalledProps & { readonly cut: boolean }) {
  const { words } = at;
  const note = cut ? words.say('cut-no-call') : undefined;
  return (
    <>
      <Action at={at} command="recall" icon="repeat" label={words.say('recall')} disabled={cut} note={note} />
      <Action
        at={at}
        command="no-show"
        icon="cross"
        label={words.say('no-show')}
        disabled={cut}
        note={note}
      />
      <Action at={at} command="park" icon="pause" label={words.say('park')} disabled={cut} note={note} />
      <Action
        at={at}
        command="transfer"
        icon="transfer"
        label={words.say('transfer')}
        disabled={cut}
        note={note}
      />
    </>
  );
}

function TicketFacts({ at, called }: CalledProps & { readonly called: Called }) {
  const { words, desk, config } = at;
  const { ticket, since, recalls } = called;
  const { branch } = config.value;
  const service = branch.services.find(({ id }) => id === ticket.service);
  const ticketClass = branch.classes.find(({ id }) => id === ticket.ticketClass);
  return (
    <dl class="teller-console-terms">
      <Term term={words.say('service')}>{service ? words.pick(service.name) : ticket.service}</Term>
      <Term term={words.say('class')}>
        {ticketClass ? words.pick(ticketClass.name) : ticket.ticketClass}
        {ticket.language === 'en' && <StatusChip icon="globe">{words.say('english-spoken')}</StatusChip>}
      </Term>
      <Term term={words.say('waited')}>
        <span class="number">{words.say('minutes', { count: minutesBetween(ticket.takenAt, since) })}</span>
        {isOverdue(ticket, since) && <Overdue at={at} />}
      </Term>
      <Term term={words.say('promised')}>{promisedText(at, ticket)}</Term>
      <Term term={words.say('recalls')}>{words.say('times', { count: recalls })}</Term>
      <Term term={words.say('served')}>
        <span class="number">{durationText(desk.clock.value - since)}</span>
      </Term>
    </dl>
  );
}

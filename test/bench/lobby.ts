import { randomUUID } from 'node:crypto';
import type { TicketTaken } from '#domain/event.ts';
import { type BenchBranch, TELLER } from './branch.ts';
import type { SignedClient } from './signed-client.ts';

/** What people around the measured screen do, through the server's own front door. */
export type Lobby = {
  /** A visitor takes a ticket at another kiosk. */
  readonly arrive: () => Promise<void>;
  readonly call: () => Promise<void>;
  /** The teller closes the ticket: the pad of the counter is asked to open the invitation. */
  readonly finish: () => Promise<void>;
};

export function ticket(ticketId: string, number: string): TicketTaken {
  return {
    kind: 'ticket-taken',
    ticketId,
    number,
    service: 'cash',
    ticketClass: 'ordinary',
    language: 'zh-CN',
    numberedBy: 'server',
    promised: null,
  };
}

/** A teller signed in at counter 1, and a second kiosk. */
export async function enterLobby(branch: BenchBranch): Promise<Lobby> {
  const kiosk = await branch.client('kiosk-2');
  const console = await branch.client('counter-1');
  await must(console, { kind: 'sign-in', teller: TELLER.id, pin: TELLER.pin });
  await must(console, { kind: 'open-counter' });
  return {
    arrive: async () => {
      const ticketId = randomUUID();
      const answer = await kiosk.ask({ kind: 'number-ticket', ticketId, service: 'cash' });
      if (answer.is !== 'numbered') throw new Error(`no number: ${JSON.stringify(answer)}`);
      await kiosk.record(ticket(ticketId, answer.number));
    },
    call: () => must(console, { kind: 'call-next' }),
    finish: () => must(console, { kind: 'finish' }),
  };
}

async function must(client: SignedClient, asked: Parameters<SignedClient['ask']>[0]): Promise<void> {
  const outcome = await client.ask(asked);
  if (outcome.is === 'refused') throw new Error(`${asked.kind} was refused: ${outcome.code}`);
}

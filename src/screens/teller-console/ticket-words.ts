import type { Ticket } from '#domain/queue/queue.ts';
import type { ConsoleSurface } from './console-surface.ts';

/** What the visitor was told when the ticket was taken. */
export function promisedText({ words }: ConsoleSurface, { promised }: Ticket): string {
  if (!promised) return words.say('promised-none');
  return words.say('promised-range', { from: promised.fromMin, to: promised.toMin });
}

/** Service of a ticket known by its number alone, if this console has seen it. */
export function serviceOfNumber({ desk, config, words }: ConsoleSurface, number: string): string {
  const ticket = Object.values(desk.day.value.tickets).find((each) => each.number === number);
  const service = config.value.branch.services.find((each) =>
    ticket ? each.id === ticket.service : number.startsWith(each.letter),
  );
  return service ? words.pick(service.name) : '';
}

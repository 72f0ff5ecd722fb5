import type { BranchFile } from '#contract/config.ts';
import type { Branch, OpeningHours } from '#domain/branch/branch.ts';

/** The file as a bank writes it, turned into what the domain reckons with. Leaves every secret behind. */
export function toBranch(file: BranchFile): Branch {
  return {
    id: file.id,
    name: file.name,
    timeZone: file.timeZone,
    helpDesk: file.helpDesk,
    classes: file.classes,
    counters: file.counters,
    rules: file.rules,
    reasons: file.reasons,
    services: file.services.map((service) => ({ ...service, hours: service.hours.map(toHours) })),
    tellers: file.tellers.map(({ id, shownName, stars, photo }) => ({ id, shownName, stars, photo })),
  };
}

function toHours(hours: BranchFile['services'][number]['hours'][number]): OpeningHours {
  return { days: hours.days, fromMin: minutes(hours.from), toMin: minutes(hours.to) };
}

function minutes(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

import type { CounterId, DeviceId } from '#domain/id.ts';
import type { Branch, OpeningHours } from './branch.ts';
import type { Role } from './role.ts';

/** One thing that is wrong in a configuration, where, and what would be right. */
export type Problem = { readonly path: string; readonly found: string; readonly allowed: string };

/** Everything that a shape alone cannot show to be wrong. Empty: the branch can open. */
export function checkBranch(branch: Branch): readonly Problem[] {
  return [
    ...repeated('services', 'id', branch.services, ({ id }) => id),
    ...repeated('services', 'letter', branch.services, ({ letter }) => letter),
    ...repeated('classes', 'id', branch.classes, ({ id }) => id),
    ...repeated('counters', 'id', branch.counters, ({ id }) => id),
    ...repeated('counters', 'label', branch.counters, ({ label }) => label),
    ...repeated('tellers', 'id', branch.tellers, ({ id }) => id),
    ...repeated('reasons.low', 'id', branch.reasons.low, ({ id }) => id),
    ...unknownServices(branch),
    ...unservedServices(branch),
    ...ordinaryClasses(branch),
    ...branch.services.flatMap(({ hours }, index) => wrongHours(`services[${index}].hours`, hours)),
  ];
}

type DeviceOfBranch = { readonly id: DeviceId; readonly role: Role; readonly counter: CounterId | null };

/** Whether the devices fit the branch and one another. */
export function checkDevices(branch: Branch, devices: readonly DeviceOfBranch[]): readonly Problem[] {
  return [
    ...repeated('devices', 'id', devices, ({ id }) => id),
    ...devices.flatMap((device) => wrongCounter(branch, device)),
    ...sharedCounters(devices),
  ];
}

function repeated<Item>(
  list: string,
  field: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Problem[] {
  const keys = items.map(keyOf);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [{ path: `${list}[${index}].${field}`, found: key, allowed: 'one that is not used before' }],
  );
}

function unknownServices(branch: Branch): readonly Problem[] {
  const known = branch.services.map(({ id }) => id);
  return branch.counters.flatMap(({ services }, counter) =>
    services.flatMap((service, index) =>
      known.includes(service) && services.indexOf(service) === index
        ? []
        : [
            {
              path: `counters[${counter}].services[${index}]`,
              found: service,
              allowed: `each of these at most once: ${known.join(', ')}`,
            },
          ],
    ),
  );
}

function unservedServices(branch: Branch): readonly Problem[] {
  return branch.services.flatMap(({ id }, index) =>
    branch.counters.some(({ services }) => services.includes(id))
      ? []
      : [
          {
            path: `services[${index}].id`,
            found: `${id}, served by no counter`,
            allowed: 'a service that at least one counter serves',
          },
        ],
  );
}

function ordinaryClasses(branch: Branch): readonly Problem[] {
  const ordinary = branch.classes.filter(({ precedence }) => precedence === 0);
  if (ordinary.length === 1) return [];
  const found = ordinary.length === 0 ? 'none' : ordinary.map(({ id }) => id).join(', ');
  return [
    { path: 'classes', found: `precedence 0: ${found}`, allowed: 'exactly one class with precedence 0' },
  ];
}

function wrongHours(path: string, hours: readonly OpeningHours[]): readonly Problem[] {
  return hours.flatMap((each, index) => {
    const found = `${clock(each.fromMin)}–${clock(each.toMin)}`;
    if (each.fromMin >= each.toMin)
      return [{ path: `${path}[${index}]`, found, allowed: 'from before to, on one day' }];
    return hours.slice(0, index).some((earlier) => overlap(earlier, each))
      ? [{ path: `${path}[${index}]`, found, allowed: 'hours that do not overlap earlier ones' }]
      : [];
  });
}

function overlap(one: OpeningHours, other: OpeningHours): boolean {
  const sameDay = one.days.some((day) => other.days.includes(day));
  return sameDay && one.fromMin < other.toMin && other.fromMin < one.toMin;
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function wrongCounter(branch: Branch, { id, role, counter }: DeviceOfBranch): readonly Problem[] {
  const path = `devices.${id}.counter`;
  const atCounter = role === 'counter' || role === 'pad';
  if (!atCounter)
    return counter === null ? [] : [{ path, found: counter, allowed: `null for the role ${role}` }];
  if (branch.counters.some((each) => each.id === counter)) return [];
  const known = branch.counters.map((each) => each.id).join(', ');
  return [{ path, found: String(counter), allowed: `one of ${known}` }];
}

function sharedCounters(devices: readonly DeviceOfBranch[]): readonly Problem[] {
  return devices.flatMap(({ id, role, counter }, index) =>
    counter !== null &&
    devices.slice(0, index).some((other) => other.role === role && other.counter === counter)
      ? [
          {
            path: `devices.${id}.counter`,
            found: counter,
            allowed: `a counter without another device of the role ${role}`,
          },
        ]
      : [],
  );
}

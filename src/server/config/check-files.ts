import type { BranchFile, DeviceFile } from '#contract/config.ts';
import type { Checked } from './read-configuration.ts';

/** What no schema of one file can see: references, duplicates, rules between fields. */
export function checkFiles(
  branches: readonly Checked<BranchFile>[],
  devices: readonly Checked<DeviceFile>[],
  allBranchesReadable: boolean,
): readonly string[] {
  const byId = new Map(branches.map((file) => [file.content.id, file.content]));
  return [
    ...branches.flatMap((file) =>
      checkBranchFile(file.content).map((problem) => `${file.name} → ${problem}`),
    ),
    ...devices.flatMap((file) =>
      checkDevice(file.content, byId.get(file.content.branch), allBranchesReadable).map(
        (problem) => `${file.name} → ${problem}`,
      ),
    ),
  ];
}

function checkBranchFile(file: BranchFile): readonly string[] {
  return [
    ...duplicates('services', 'id', file.services),
    ...duplicates('services', 'letter', file.services),
    ...duplicates('classes', 'id', file.classes),
    ...duplicates('counters', 'id', file.counters),
    ...duplicates('counters', 'label', file.counters),
    ...duplicates('tellers', 'id', file.tellers),
    ...duplicates('reasons.low', 'id', file.reasons.low),
    ...unknownServices(file),
    ...unservedServices(file),
    ...badHours(file),
    ...badTimeZone(file),
    ...badClasses(file),
    ...pinsOutsideDemo(file),
  ];
}

function duplicates<Key extends string>(
  list: string,
  key: Key,
  rows: readonly Readonly<Record<Key, string>>[],
): readonly string[] {
  return rows.flatMap((row, index) => {
    const first = rows.findIndex((other) => other[key] === row[key]);
    return first === index
      ? []
      : [
          `${list}.${index}.${key}: expected a value used once, found "${row[key]}" again (first in ${list}.${first})`,
        ];
  });
}

function unknownServices(file: BranchFile): readonly string[] {
  const known = file.services.map((service) => service.id);
  return file.counters.flatMap((counter, at) =>
    counter.services.flatMap((service, index) =>
      known.includes(service)
        ? []
        : [`counters.${at}.services.${index}: expected one of ${known.join(', ')}, found "${service}"`],
    ),
  );
}

function unservedServices(file: BranchFile): readonly string[] {
  return file.services.flatMap((service, at) =>
    file.counters.some((counter) => counter.services.includes(service.id))
      ? []
      : [`services.${at}.id: expected a counter that serves it, found none for "${service.id}"`],
  );
}

function badHours(file: BranchFile): readonly string[] {
  return file.services.flatMap((service, at) =>
    service.hours.flatMap((hours, index) =>
      hours.from < hours.to
        ? []
        : [`services.${at}.hours.${index}.to: expected a time after ${hours.from}, found "${hours.to}"`],
    ),
  );
}

function badTimeZone(file: BranchFile): readonly string[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: file.timeZone });
    return [];
  } catch {
    return [`timeZone: expected an IANA name like Asia/Shanghai, found "${file.timeZone}"`];
  }
}

function badClasses(file: BranchFile): readonly string[] {
  return file.classes.some((one) => one.precedence === 0)
    ? []
    : ['classes: expected one class with precedence 0, the ordinary one, found none'];
}

function pinsOutsideDemo(file: BranchFile): readonly string[] {
  if (file.demo === true) return [];
  return file.tellers.flatMap((teller, at) =>
    teller.initialPin === undefined
      ? []
      : [
          `tellers.${at}.initialPin: expected none outside a demo branch; set PINs with: node dist/server/main.js set-pin ${teller.id}`,
        ],
  );
}

const AT_A_COUNTER: readonly string[] = ['counter', 'pad'];

function checkDevice(
  device: DeviceFile,
  branch: BranchFile | undefined,
  allBranchesReadable: boolean,
): readonly string[] {
  if (!branch) {
    return allBranchesReadable
      ? [`branch: expected the id of a file in branches/, found "${device.branch}"`]
      : [];
  }
  if (!AT_A_COUNTER.includes(device.role)) {
    return device.counter === null
      ? []
      : [`counter: expected null for a ${device.role}, found "${device.counter}"`];
  }
  const known = branch.counters.map((counter) => counter.id);
  return device.counter !== null && known.includes(device.counter)
    ? []
    : [`counter: expected one of ${known.join(', ')}, found ${JSON.stringify(device.counter)}`];
}

import type { ReadonlySignal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import { devicePhrases } from '#platform/i18n/phrases/device.ts';
import { type Language, wordingOf } from '#platform/i18n/wording.ts';
import type { Trouble } from '#platform/sync/device.ts';
import type { StaffPanel } from './staff-panel.ts';

export type StaffDevice = {
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly troubles: ReadonlySignal<readonly Trouble[]>;
  readonly unsent: ReadonlySignal<number>;
  readonly version: string;
};

export type StaffDetail = {
  readonly icon: 'id-card' | 'info' | 'transfer' | 'stop' | 'warning';
  readonly label: string;
  readonly value: string;
  readonly note?: string;
};

export type StaffWords = {
  readonly title: string;
  readonly close: string;
  readonly details: readonly StaffDetail[];
  readonly rescue: string;
  /** What became of the export; `null` while nobody asked for one. */
  readonly news: string | null;
};

/** Everything the staff panel says; the same on every screen. */
export function staffWords(
  { rescue }: Pick<StaffPanel, 'rescue'>,
  { config, troubles, unsent, version }: StaffDevice,
  language: ReadonlySignal<Language>,
): StaffWords {
  const { say, pick } = wordingOf(devicePhrases, language);
  const { device, version: configVersion } = config.value;
  const found = troubles.value.map((trouble) => say(`trouble-${trouble.code}`, { count: countOf(trouble) }));
  const setAside = troubles.value.reduce((count, trouble) => count + countOf(trouble), 0);
  return {
    title: say('staff-title'),
    close: say('staff-close'),
    details: [
      { icon: 'id-card', label: say('staff-device'), value: device.id, note: pick(device.place) },
      { icon: 'info', label: say('staff-version'), value: version },
      { icon: 'info', label: say('staff-config'), value: configVersion },
      { icon: 'transfer', label: say('staff-unsent'), value: String(unsent.value) },
      { icon: 'stop', label: say('staff-set-aside'), value: String(setAside) },
      {
        icon: 'warning',
        label: say('staff-troubles'),
        value: found.length > 0 ? found.join(say('staff-comma')) : say('staff-no-troubles'),
      },
    ],
    rescue: say('staff-rescue'),
    news: rescue.value === 'not-asked' ? null : say(`staff-rescue-${rescue.value}`),
  };
}

/** Only what was set aside is counted. */
function countOf(trouble: Trouble): number {
  return 'count' in trouble && typeof trouble.count === 'number' ? trouble.count : 0;
}

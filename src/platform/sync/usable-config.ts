import type { DeviceConfig } from '#contract/config.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value !== '';
const list: Check = (value) => Array.isArray(value);
const object: Check = (value) => typeof value === 'object' && value !== null;
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    object(value) &&
    Object.entries(checks).every(([name, check]) => check((value as Record<string, unknown>)[name]));
const words = fields({ 'zh-CN': text, en: text });

const config = fields({
  version: text,
  device: fields({
    id: text,
    role: text,
    place: words,
    screen: object,
    languages: (value) => Array.isArray(value) && value.length > 0,
  }),
  branch: fields({
    id: text,
    name: words,
    timeZone: isTimeZone,
    services: list,
    classes: list,
    counters: list,
    tellers: list,
    rules: object,
    reasons: fields({ low: list }),
    helpDesk: words,
  }),
});

/** Everything the screens rely on is there; otherwise the last good copy stays. */
export function isUsableConfig(value: unknown): value is DeviceConfig {
  return config(value);
}

function isTimeZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) !== null;
  } catch {
    return false;
  }
}

import * as v from 'valibot';
import type { Branch } from '#domain/branch/branch.ts';
import { ROLES } from '#domain/branch/role.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const idIn = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,31}$/));
const about = <Input>(title: string, description: string) =>
  v.metadata<Input, { title: string; description: string }>({ title, description });

const words = v.pipe(
  v.strictObject({ 'zh-CN': text, en: text }),
  about('Wording', 'The same words in both languages.'),
);

const hours = v.strictObject({
  days: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    v.minLength(1),
    about('Weekdays', '1 is Monday, 7 is Sunday.'),
  ),
  from: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/), about('Opens', 'Branch time, like 09:00.')),
  to: v.pipe(
    v.string(),
    v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
    about('Closes', 'Branch time, like 17:00; 24:00 is the end of the day.'),
  ),
});

const service = v.strictObject({
  id: idIn,
  letter: v.pipe(
    v.string(),
    v.regex(/^[A-Z]$/),
    about('Letter', 'First character of its ticket numbers; one letter A–Z, used once.'),
  ),
  name: words,
  purpose: v.pipe(words, about('Purpose', 'What it is for, one plain sentence.')),
  bring: v.pipe(words, about('Papers', 'What to have ready.')),
  icon: v.pipe(
    v.picklist(['cash', 'card', 'company', 'transfer', 'passbook', 'question', 'person', 'phone']),
    about('Picture', 'Shown on its tile.'),
  ),
  waitingArea: v.pipe(words, about('Waiting area', 'Where to sit.')),
  hours: v.pipe(v.array(hours), v.minLength(1)),
  typicalMinutes: v.pipe(
    v.number(),
    v.minValue(1),
    v.maxValue(120),
    about('Typical minutes', 'Until the branch has figures of its own.'),
  ),
});

export const branchFileSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    formatVersion: v.literal(1),
    demo: v.optional(v.boolean()),
    id: idIn,
    name: words,
    timeZone: v.pipe(v.string(), about('Time zone', 'IANA name, like Asia/Shanghai.')),
    helpDesk: v.pipe(words, about('Help desk', 'Where a person is found when nothing else works.')),
    services: v.pipe(v.array(service), v.minLength(1), v.maxLength(24)),
    classes: v.pipe(
      v.array(
        v.strictObject({
          id: idIn,
          name: words,
          precedence: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
          question: v.nullable(words),
        }),
      ),
      v.minLength(1),
    ),
    counters: v.pipe(
      v.array(
        v.strictObject({
          id: idIn,
          label: v.pipe(v.string(), v.regex(/^[0-9A-Z]{1,3}$/)),
          services: v.pipe(v.array(idIn), v.minLength(1)),
        }),
      ),
      v.minLength(1),
    ),
    tellers: v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,12}$/)),
        shownName: text,
        stars: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
        photo: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.(webp|png|jpg)$/))),
        initialPin: v.optional(
          v.pipe(v.string(), v.regex(/^\d{4,12}$/), about('Initial PIN', 'Only in a demo branch.')),
        ),
      }),
    ),
    rules: v.strictObject({
      maxPassed: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(50),
        about('Most overtakings', 'No ticket is passed more often.'),
      ),
      ageingMin: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.maxValue(480),
        about('Ageing', 'After this many minutes nobody passes a ticket.'),
      ),
      graceMin: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(480),
        about('Grace', 'Minutes in which a no-show may come back.'),
      ),
      returnBehind: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(20),
        about('Return place', 'Calls before a returned no-show.'),
      ),
    }),
    reasons: v.strictObject({
      version: v.pipe(v.number(), v.integer(), v.minValue(1)),
      low: v.pipe(
        v.array(v.strictObject({ id: idIn, words, about: v.picklist(['teller', 'branch']) })),
        v.maxLength(12),
      ),
    }),
  }),
  v.title('Ginkgo branch'),
);
export type BranchFile = v.InferOutput<typeof branchFileSchema>;

export const deviceFileSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    formatVersion: v.literal(1),
    id: idIn,
    branch: idIn,
    role: v.picklist(ROLES),
    counter: v.nullable(idIn),
    place: v.pipe(words, about('Place', 'Where it stands, as staff would say it.')),
    languages: v.pipe(v.array(v.picklist(['zh-CN', 'en'])), v.minLength(1)),
    printer: v.pipe(
      v.picklist(['none', 'browser']),
      about(
        'Printer',
        'none: the visitor remembers the number; browser: the print dialog or silent printing of the kiosk shell.',
      ),
    ),
    screen: v.strictObject({
      mmPerPx: v.pipe(
        v.nullable(v.pipe(v.number(), v.minValue(0.05), v.maxValue(2))),
        about(
          'Calibration',
          'Millimetres per CSS pixel, measured with a bank card; null: taken from shortSideMm and the window.',
        ),
      ),
      shortSideMm: v.pipe(
        v.number(),
        v.minValue(60),
        v.maxValue(2000),
        about('Short side', 'Height or width of the panel, the smaller, in mm.'),
      ),
      bottomHeightMm: v.pipe(
        v.number(),
        v.minValue(0),
        v.maxValue(2500),
        about('Height above floor', 'Of the lower edge of the panel.'),
      ),
    }),
  }),
  v.title('Ginkgo device'),
);
export type DeviceFile = v.InferOutput<typeof deviceFileSchema>;

/** What a device is handed: its own file and what it may know of its branch. */
export type DeviceConfig = {
  readonly version: string;
  readonly branch: Branch;
  readonly device: Omit<DeviceFile, '$schema' | 'formatVersion'>;
  readonly demo: boolean;
};

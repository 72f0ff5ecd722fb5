import { Keypad, KeypadDigits } from '#design/components/keypad/keypad.tsx';
import { Stack } from '#design/components/stack/stack.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;

export const keypadExamples: readonly Example[] = [
  {
    name: 'keypad/four-digits',
    show: () => (
      <Stack align="center">
        <KeypadDigits value="13" length={4} spoken="四位里已按两位" />
        <Keypad
          label="手机号后四位"
          deleteLabel="删一个"
          confirmLabel="好了"
          confirmDisabled
          onDigit={press}
          onDelete={press}
          onConfirm={press}
        />
      </Stack>
    ),
  },
];

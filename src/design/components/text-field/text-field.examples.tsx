import { Stack } from '#design/components/stack/stack.tsx';
import { TextField } from '#design/components/text-field/text-field.tsx';
import type { Example } from '#design/gallery/example.ts';

const write = () => undefined;

export const textFieldExamples: readonly Example[] = [
  {
    name: 'text-field/states',
    show: () => (
      <Stack>
        <TextField
          id="staff"
          label="工号"
          hint="六位数字"
          value="100286"
          inputMode="numeric"
          onValue={write}
        />
        <TextField id="code" label="配对码" value="K7" error="还差四位，请看设备上的屏幕" onValue={write} />
      </Stack>
    ),
  },
];

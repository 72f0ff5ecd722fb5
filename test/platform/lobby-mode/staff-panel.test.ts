import { expect, test } from 'vitest';
import { createStaffPanel } from '#platform/lobby-mode/staff-panel.ts';
import { clockDouble } from '#test/doubles/clock-double.ts';

test('a damaged disk: what could be read is offered as a file, and never said to be saved whole', async () => {
  const files: string[] = [];
  const panel = createStaffPanel({
    schedule: clockDouble().schedule,
    rescueExport: async () => ({ is: 'partial', text: 'half' }),
    saveFile: (text) => files.push(text),
  });
  await panel.saveRescue();
  expect([files, panel.rescue.value]).toEqual([['half'], 'partial']);
});

import { avatarExamples } from '#design/components/avatar/avatar.examples.tsx';
import { buttonExamples } from '#design/components/button/button.examples.tsx';
import { callCardExamples } from '#design/components/call-card/call-card.examples.tsx';
import { choiceCardExamples } from '#design/components/choice-card/choice-card.examples.tsx';
import { connectionLineExamples } from '#design/components/connection-line/connection-line.examples.tsx';
import { countdownBarExamples } from '#design/components/countdown-bar/countdown-bar.examples.tsx';
import { dataTableExamples } from '#design/components/data-table/data-table.examples.tsx';
import { dialogExamples } from '#design/components/dialog/dialog.examples.tsx';
import { figureExamples } from '#design/components/figure/figure.examples.tsx';
import { iconExamples } from '#design/components/icon/icon.examples.tsx';
import { keypadExamples } from '#design/components/keypad/keypad.examples.tsx';
import { levelChoiceExamples } from '#design/components/level-choice/level-choice.examples.tsx';
import { noticeExamples } from '#design/components/notice/notice.examples.tsx';
import { progressRingExamples } from '#design/components/progress-ring/progress-ring.examples.tsx';
import { screenFrameExamples } from '#design/components/screen-frame/screen-frame.examples.tsx';
import { staffPanelExamples } from '#design/components/staff-panel/staff-panel.examples.tsx';
import { starsExamples } from '#design/components/stars/stars.examples.tsx';
import { statusChipExamples } from '#design/components/status-chip/status-chip.examples.tsx';
import { textFieldExamples } from '#design/components/text-field/text-field.examples.tsx';
import { ticketNumberExamples } from '#design/components/ticket-number/ticket-number.examples.tsx';
import { toggleTagExamples } from '#design/components/toggle-tag/toggle-tag.examples.tsx';
import type { Example } from './example.ts';

export const examples: readonly Example[] = [
  ...buttonExamples,
  ...choiceCardExamples,
  ...levelChoiceExamples,
  ...ticketNumberExamples,
  ...noticeExamples,
  ...statusChipExamples,
  ...connectionLineExamples,
  ...toggleTagExamples,
  ...keypadExamples,
  ...textFieldExamples,
  ...figureExamples,
  ...dataTableExamples,
  ...callCardExamples,
  ...countdownBarExamples,
  ...progressRingExamples,
  ...avatarExamples,
  ...starsExamples,
  ...staffPanelExamples,
  ...iconExamples,
  ...screenFrameExamples,
  ...dialogExamples,
];

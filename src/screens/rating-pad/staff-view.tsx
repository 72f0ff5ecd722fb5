import { Button } from '#design/components/button/button.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import { StaffPanel } from '#design/components/staff-panel/staff-panel.tsx';
import { staffWords } from '#platform/lobby-mode/staff-words.ts';
import type { PadView } from './pad-view.ts';

export function StaffView({ view }: { readonly view: PadView }) {
  const { pad, words } = view;
  const { title, close, details, rescue, news } = staffWords(pad.staff, view, words.language);
  return (
    <ScreenFrame
      title={title}
      bottomStart={
        <Button icon="back" onPress={pad.staff.close}>
          {close}
        </Button>
      }
    >
      <StaffPanel
        details={details}
        action={rescue}
        onAction={() => void pad.staff.saveRescue()}
        news={news}
      />
    </ScreenFrame>
  );
}

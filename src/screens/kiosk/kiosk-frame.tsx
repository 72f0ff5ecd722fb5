import type { ComponentChildren } from 'preact';
import { Button } from '#design/components/button/button.tsx';
import { Notice } from '#design/components/notice/notice.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import type { StepProps } from './step-props.ts';

type FrameProps = StepProps & {
  readonly title?: ComponentChildren;
  readonly subtitle?: ComponentChildren;
  /** What 返回 does; nothing to go back to without it. */
  readonly onBack?: (() => void) | undefined;
  /** Between the corners at the foot. */
  readonly foot?: ComponentChildren;
  /** More at the top end, before the language. */
  readonly top?: ComponentChildren;
  readonly noHelp?: boolean;
  readonly align?: 'start' | 'center' | 'stretch';
  readonly children?: ComponentChildren;
};

/** Every step has the same corners: 长辈版, language, 返回, 找人帮忙. */
export function KioskFrame(props: FrameProps) {
  const { kiosk, wording, title, subtitle, onBack, foot, top, noHelp, align, children } = props;
  const { say } = wording;
  return (
    <ScreenFrame
      class="kiosk-frame"
      title={title}
      subtitle={subtitle}
      align={align}
      topStart={<SizeButton kiosk={kiosk} wording={wording} />}
      topEnd={
        <>
          {top}
          <LanguageButton kiosk={kiosk} wording={wording} />
        </>
      }
      bottomStart={
        onBack && (
          <Button icon="back" onPress={onBack}>
            {say('back')}
          </Button>
        )
      }
      bottomCenter={foot}
      bottomEnd={
        !noHelp && (
          <Button icon="help" onPress={kiosk.askHelp}>
            {say('help')}
          </Button>
        )
      }
    >
      {children}
      <MissAnswer kiosk={kiosk} wording={wording} />
    </ScreenFrame>
  );
}

function SizeButton({ kiosk, wording }: StepProps) {
  const { size } = kiosk.modes;
  const isElder = size.value === 'elder';
  const turn = () => {
    size.value = isElder ? 'standard' : 'elder';
  };
  return (
    <Button icon="text-size" onPress={turn}>
      {wording.say(isElder ? 'standard' : 'elder')}
    </Button>
  );
}

function LanguageButton({ kiosk, wording }: StepProps) {
  const { language } = kiosk.modes;
  if (kiosk.config.value.device.languages.length < 2) return null;
  const other = language.value === 'en' ? 'zh-CN' : 'en';
  const turn = () => {
    language.value = other;
  };
  return (
    <Button icon="globe" lang={other} onPress={turn}>
      {wording.say('other-language')}
    </Button>
  );
}

/** A press that did nothing is answered in words; nothing on the screen moves for it. */
function MissAnswer({ kiosk, wording }: StepProps) {
  const why = kiosk.miss.value;
  return (
    <div class="kiosk-miss" aria-live="polite">
      {why && <Notice icon="info">{wording.say(`miss-${why}`)}</Notice>}
    </div>
  );
}

import { Button } from '#design/components/button/button.tsx';
import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import type { ConsoleSurface } from './console-surface.ts';
import { type Command, keyHint } from './shortcuts.ts';

type PanelProps = { readonly at: ConsoleSurface };

type MainProps = PanelProps & {
  readonly icon: IconName;
  readonly label: string;
};

export function MainButton({ at, icon, label }: MainProps) {
  return (
    <Button
      variant="primary"
      size="primary"
      wide
      icon={icon}
      hint={keyHint('main')}
      class="teller-console-main"
      onPress={() => at.main()}
    >
      {label}
    </Button>
  );
}

type ActionProps = PanelProps & {
  readonly command: Command;
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  readonly note?: string | undefined;
};

export function Action({ at, command, icon, label, disabled, note }: ActionProps) {
  return (
    <Button
      icon={icon}
      hint={keyHint(command)}
      disabled={disabled}
      note={note}
      onPress={() => at.run(command)}
    >
      {label}
    </Button>
  );
}

export function Overdue({ at }: PanelProps) {
  return (
    <span class="teller-console-overdue">
      <Icon name="clock" />
      <span>{at.words.say('overdue')}</span>
    </span>
  );
}

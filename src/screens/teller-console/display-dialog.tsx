import type { Signal } from '@preact/signals';
import { Button } from '#design/components/button/button.tsx';
import { Dialog } from '#design/components/dialog/dialog.tsx';
import { ToggleTag } from '#design/components/toggle-tag/toggle-tag.tsx';
import type { ConsoleSurface } from './console-surface.ts';

type DisplayProps = { readonly at: ConsoleSurface };

const SIZES = ['standard', 'elder'] as const;
const CONTRASTS = ['standard', 'dark', 'high'] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;

/** How this teller wants the screen; kept for this counter. */
export function DisplayDialog({ at }: DisplayProps) {
  const { words, modes } = at;
  const close = () => {
    at.dialog.value = null;
  };
  return (
    <Dialog
      title={words.say('display')}
      class="teller-console-dialog"
      onClose={close}
      actions={
        <Button icon="back" hint="Esc" onPress={close}>
          {words.say('back')}
        </Button>
      }
    >
      <OneOf
        label={words.say('display-size')}
        value={modes.size}
        options={SIZES}
        say={(size) => words.say(`size-${size}`)}
      />
      <OneOf
        label={words.say('display-contrast')}
        value={modes.contrast}
        options={CONTRASTS}
        say={(contrast) => words.say(`contrast-${contrast}`)}
      />
      <OneOf
        label={words.say('display-language')}
        value={modes.language}
        options={LANGUAGES}
        say={(language) => words.say(`language-${language}`)}
      />
    </Dialog>
  );
}

type OneOfProps<Option extends string> = {
  readonly label: string;
  readonly value: Signal<Option>;
  readonly options: readonly Option[];
  readonly say: (option: Option) => string;
};

function OneOf<Option extends string>({ label, value, options, say }: OneOfProps<Option>) {
  return (
    <fieldset class="teller-console-one-of">
      <legend class="text-bold">{label}</legend>
      <div class="teller-console-actions">
        {options.map((option) => (
          <ToggleTag
            key={option}
            selected={value.value === option}
            onPress={() => {
              value.value = option;
            }}
          >
            {say(option)}
          </ToggleTag>
        ))}
      </div>
    </fieldset>
  );
}

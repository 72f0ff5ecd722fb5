import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import { Pressable } from '#design/components/pressable/pressable.tsx';
import type { PadView } from './pad-view.ts';

/** Larger, darker, the other language: for this visitor only. */
export function ModeSwitches({ view }: { readonly view: PadView }) {
  const { modes, words, config } = view;
  const isElder = modes.size.value === 'elder';
  const isHigh = modes.contrast.value === 'high';
  const isChinese = modes.language.value === 'zh-CN';
  const speaksBoth = config.value.device.languages.length > 1;
  return (
    <fieldset class="pad-switches" aria-label={words.say('modes')}>
      <Switch
        icon="text-size"
        word={words.say(isElder ? 'standardSize' : 'elder')}
        onPress={() => {
          modes.size.value = isElder ? 'standard' : 'elder';
        }}
      />
      <Switch
        icon="contrast"
        word={words.say(isHigh ? 'standardContrast' : 'highContrast')}
        onPress={() => {
          modes.contrast.value = isHigh ? 'standard' : 'high';
        }}
      />
      {speaksBoth && (
        <Switch
          icon="globe"
          word={words.say('otherLanguage')}
          lang={isChinese ? 'en' : 'zh-CN'}
          onPress={() => {
            modes.language.value = isChinese ? 'en' : 'zh-CN';
          }}
        />
      )}
    </fieldset>
  );
}

type SwitchProps = {
  readonly icon: IconName;
  readonly word: string;
  readonly lang?: string;
  readonly onPress: () => void;
};

function Switch({ icon, word, lang, onPress }: SwitchProps) {
  return (
    <Pressable class="pad-switch" lang={lang} onPress={onPress}>
      <Icon name={icon} />
      <span>{word}</span>
    </Pressable>
  );
}

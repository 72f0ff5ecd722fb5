import type { Signal } from '@preact/signals';
import { Button } from '#design/components/button/button.tsx';
import { Pressable } from '#design/components/pressable/pressable.tsx';
import { ScreenFrame } from '#design/components/screen-frame/screen-frame.tsx';
import { TextField } from '#design/components/text-field/text-field.tsx';
import { groupedCode } from '#platform/i18n/numbers.ts';
import { PAIRING_CODE_SIGNS } from '#platform/i18n/pairing-code-text.ts';
import type { pairingPhrases } from '#platform/i18n/phrases/pairing.ts';
import type { Language, Wording } from '#platform/i18n/wording.ts';
import type { Pairing } from './pairing.ts';
import type { Rescue } from './rescue.ts';
import { RescueOffer } from './rescue-offer.tsx';
import './pairing.css';

type PairingWording = Wording<typeof pairingPhrases>;
type PairingProps = {
  readonly pairing: Pairing;
  readonly rescue: Rescue;
  readonly wording: PairingWording;
  readonly language: Signal<Language>;
  /** The role whose screen sent here, when one did. */
  readonly role: 'kiosk' | 'pad' | 'counter' | 'board' | null;
};

/** Longest way of writing a code: with a space or hyphen after every sign. */
const FIELD_LENGTH = 24;

export function PairingScreen({ pairing, rescue, wording, language, role }: PairingProps) {
  const { say } = wording;
  const state = pairing.state.value;
  const error = state.is === 'typing' ? state.error : null;
  const missing = pairing.missing.value;
  const isWaiting = state.is !== 'typing';
  return (
    <ScreenFrame
      title={say(role ? `title-${role}` : 'title')}
      subtitle={say('subtitle')}
      align="center"
      topEnd={<LanguageButton wording={wording} language={language} />}
    >
      <form
        class="pairing-form"
        onSubmit={(event) => {
          event.preventDefault();
          void pairing.send();
        }}
      >
        <TextField
          id="code"
          label={say('code')}
          hint={say('code-hint')}
          error={error && say(`error-${error}`)}
          value={groupedCode(pairing.code.value)}
          autoComplete="off"
          maxLength={FIELD_LENGTH}
          onValue={pairing.typed}
        />
        <CodeKeys pairing={pairing} wording={wording} />
        <div class="pairing-ways">
          <Button icon="delete" onPress={pairing.remove}>
            {say('delete')}
          </Button>
          <Button
            variant="primary"
            size="primary"
            icon="check"
            disabled={missing > 0 || isWaiting}
            note={missing > 0 && say('code-left', { count: missing })}
            onPress={() => void pairing.send()}
          >
            {say('pair')}
          </Button>
        </div>
        <p class="pairing-news" role="status">
          {state.is === 'sending' && say('pairing')}
          {state.is === 'paired' && say('paired')}
        </p>
        <RescueOffer rescue={rescue} language={language} />
      </form>
    </ScreenFrame>
  );
}

function CodeKeys({ pairing, wording }: Pick<PairingProps, 'pairing' | 'wording'>) {
  return (
    <fieldset class="pairing-keys" aria-label={wording.say('keys')}>
      {PAIRING_CODE_SIGNS.map((sign) => (
        <Pressable key={sign} class="pairing-key" data-repeat="own" onPress={() => pairing.add(sign)}>
          {sign}
        </Pressable>
      ))}
    </fieldset>
  );
}

function LanguageButton({ wording, language }: Pick<PairingProps, 'wording' | 'language'>) {
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

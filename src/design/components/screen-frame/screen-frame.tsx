import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './screen-frame.css';

type ScreenFrameProps = {
  readonly title?: ComponentChildren;
  /** One quiet line under the title. */
  readonly subtitle?: ComponentChildren;
  readonly topStart?: ComponentChildren;
  readonly topEnd?: ComponentChildren;
  /** The way back: always this corner. */
  readonly bottomStart?: ComponentChildren;
  readonly bottomCenter?: ComponentChildren;
  /** Help: always this corner. */
  readonly bottomEnd?: ComponentChildren;
  /** Where the main part stands in the room it has. */
  readonly align?: 'start' | 'center' | 'stretch' | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
};

export function ScreenFrame(props: ScreenFrameProps) {
  const { title, subtitle, topStart, topEnd, align = 'stretch', class: extra, children } = props;
  const { bottomStart, bottomCenter, bottomEnd, ...attributes } = rest(props);
  const hasHead = Boolean(title || subtitle || topStart || topEnd);
  const hasFoot = Boolean(bottomStart || bottomCenter || bottomEnd);
  return (
    <div class={classNames('screen-frame', extra)} {...attributes}>
      {hasHead && (
        <header class="screen-frame-head">
          <div class="screen-frame-corner">{topStart}</div>
          <div class="screen-frame-title">
            {title && <h1>{title}</h1>}
            {subtitle && <p>{subtitle}</p>}
          </div>
          <div class="screen-frame-corner">{topEnd}</div>
        </header>
      )}
      <main class="screen-frame-main" data-align={align}>
        {children}
      </main>
      {hasFoot && (
        <footer class="screen-frame-foot">
          <div class="screen-frame-corner">{bottomStart}</div>
          <div class="screen-frame-center">{bottomCenter}</div>
          <div class="screen-frame-corner">{bottomEnd}</div>
        </footer>
      )}
    </div>
  );
}

function rest(props: ScreenFrameProps) {
  const { title, subtitle, topStart, topEnd, align, class: extra, children, ...others } = props;
  return others;
}

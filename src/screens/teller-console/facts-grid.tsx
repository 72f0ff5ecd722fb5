import type { ComponentChildren } from 'preact';

type TermProps = { readonly term: string; readonly children: ComponentChildren };

/** One line of what is known of a ticket. */
export function Term({ term, children }: TermProps) {
  return (
    <div class="teller-console-term">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** `4:07`; with hours `1:02:09`. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = `${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

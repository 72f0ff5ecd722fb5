const modes = ['size', 'contrast', 'reach', 'surface'] as const;

/** `?size=elder&contrast=high&surface=touch&mm=4.03` as attributes of the root. */
export function applyQueryModes(search: string, root: HTMLElement): void {
  const query = new URLSearchParams(search);
  for (const mode of modes) {
    const value = query.get(mode);
    if (value) root.dataset[mode] = value;
  }
  const mm = query.get('mm');
  if (mm) root.style.setProperty('--mm', `${mm}px`);
}

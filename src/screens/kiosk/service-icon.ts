import { type IconName, iconPaths } from '#design/components/icon/icon-paths.ts';
import type { Service } from '#domain/branch/branch.ts';

/** The picture a branch chose for a service; a plain ticket where this version does not know it. */
export function serviceIcon({ icon }: Pick<Service, 'icon'>): IconName {
  return isIcon(icon) ? icon : 'ticket';
}

function isIcon(name: string): name is IconName {
  return Object.hasOwn(iconPaths, name);
}

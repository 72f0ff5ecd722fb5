/** What a paired device is for. The server lets it do that and nothing else. */
export const ROLES = ['kiosk', 'pad', 'counter', 'board', 'lobby', 'insight'] as const;
export type Role = (typeof ROLES)[number];

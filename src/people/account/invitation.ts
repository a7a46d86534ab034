/** Where a one-time link leads; the secret stands after `#`, so that no server or proxy writes it down. */
export const invitationPath = (secret: string): string => `/invitation#${secret}`;

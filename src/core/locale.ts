/** The languages the app speaks, and texts that live beside what they name. */

export const LOCALES = ['en', 'zh-TW', 'zh-CN', 'ja', 'th'] as const;

export type Locale = (typeof LOCALES)[number];

/** A text in every language: for things added as one file (an effect, a challenge), whose name travels with them. */
export type LocalizedText = Readonly<Record<Locale, string>>;

/** Language, theme, motion, flashes. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES, type Locale } from '../../../core/locale';
import { RadioRow } from '../../components/radio-row';
import { Select } from '../../components/select';
import { Switch } from '../../components/switch';
import { useStudio, useStudioState } from '../../studio-context';
import { SettingsSection } from './settings-section';

/** Each language in its own words, so that anybody finds the way back. */
const OWN_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-TW': '繁體中文',
  'zh-CN': '简体中文',
  ja: '日本語',
  th: 'ภาษาไทย',
};

const SYSTEM = 'system';

/** How the app looks and reads. */
export function LookSection(): ReactElement {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const chosen = useStudioState(settings.store, (state) => state);
  return (
    <SettingsSection title={t('settings.look')}>
      <Select<Locale | typeof SYSTEM>
        label={t('settings.language')}
        value={chosen.locale ?? SYSTEM}
        options={[
          { value: SYSTEM, label: t('settings.languageSystem') },
          ...LOCALES.map((locale) => ({ value: locale, label: OWN_NAMES[locale] })),
        ]}
        onChange={(locale) => settings.change({ locale: locale === SYSTEM ? null : locale })}
      />
      <RadioRow
        label={t('settings.theme')}
        value={chosen.theme}
        options={[
          { value: 'system', label: t('settings.themeSystem') },
          { value: 'dark', label: t('settings.themeDark') },
          { value: 'light', label: t('settings.themeLight') },
        ]}
        onChange={(theme) => settings.change({ theme })}
      />
      <RadioRow
        label={t('settings.motion')}
        value={chosen.motion}
        options={[
          { value: 'system', label: t('settings.motionSystem') },
          { value: 'reduced', label: t('settings.motionReduced') },
          { value: 'full', label: t('settings.motionFull') },
        ]}
        onChange={(motion) => settings.change({ motion })}
      />
      <Switch
        label={t('settings.flashGuard')}
        hint={t('settings.flashGuardHint')}
        checked={chosen.flashGuard}
        onChange={(flashGuard) => settings.change({ flashGuard })}
      />
    </SettingsSection>
  );
}

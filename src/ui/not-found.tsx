/** An address without a screen. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './components/empty-state';
import { Screen } from './components/screen';
import { ButtonLink } from './navigation';

/** Says so, and leads home. */
export function NotFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <Screen title={t('common.notFoundTitle')} back={{ screen: 'home' }}>
      <EmptyState icon="help" title={t('common.notFoundNext')}>
        <ButtonLink to={{ screen: 'home' }} tone="primary" icon="home">
          {t('common.home')}
        </ButtonLink>
      </EmptyState>
    </Screen>
  );
}

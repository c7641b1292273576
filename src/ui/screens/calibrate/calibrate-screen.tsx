/** The delay check: clap with the clicks, and the device's lag is known. */
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../studio/live';
import { Button } from '../../components/button';
import { IconButton } from '../../components/icon-button';
import { LiveRegion } from '../../components/live-region';
import { ErrorMessage } from '../../components/message';
import { ScreenHeading } from '../../components/screen-heading';
import { StageLayout } from '../../components/stage-layout';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useKeys } from '../../use-keys';
import { useIsWide } from '../../use-media-query';
import dance from '../dance/dance-screen.module.css';
import { CalibrateBar } from './calibrate-bar';
import { Outcome } from './outcome';

export function CalibrateScreen(): ReactElement {
  const { t } = useTranslation();
  const { calibration } = useStudio();
  const navigate = useNavigate();
  const isWide = useIsWide();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [session, setSession] = useState<{ source: LiveSource; attempt: number }>({
    source: 'camera',
    attempt: 0,
  });
  useEffect(() => {
    if (canvas.current === null) return;
    void calibration.open(canvas.current, session.source);
    return () => void calibration.close();
  }, [calibration, session]);
  const open = useCallback(
    (source: LiveSource) => setSession(({ attempt }) => ({ source, attempt: attempt + 1 })),
    [],
  );
  const phase = useStudioState(calibration.store, (state) => state.phase);
  const error = useStudioState(calibration.store, (state) => state.error);
  const leave = (): void => navigate({ screen: 'settings' });
  useKeys({ Escape: leave, ' ': () => void calibration.start() });
  return (
    <>
      <ScreenHeading hidden>{t('calibrate.title')}</ScreenHeading>
      <StageLayout
        canvas={canvas}
        canvasKey={String(session.attempt)}
        label={t('calibrate.stage')}
        overlay={
          <>
            <div className={dance.top}>
              {isWide ? (
                <span />
              ) : (
                <IconButton icon="close" tone="glass" label={t('calibrate.leave')} onClick={leave} />
              )}
            </div>
            <Click />
            <Outcome onLeave={leave} />
            {phase === 'loading' || phase === 'closed' ? (
              <div className={dance.center}>
                <div className={dance.waiting}>
                  <p>{t('dance.loading')}</p>
                </div>
              </div>
            ) : null}
            {phase === 'failed' && error !== null ? (
              <div className={dance.center}>
                <ErrorMessage error={error}>
                  <Button tone="primary" icon="body" onClick={() => open('demo')}>
                    {t('common.useDemo')}
                  </Button>
                  <Button icon="restart" onClick={() => open('camera')}>
                    {t('common.retry')}
                  </Button>
                  <Button tone="quiet" onClick={leave}>
                    {t('calibrate.byHand')}
                  </Button>
                </ErrorMessage>
              </div>
            ) : null}
          </>
        }
        bar={<CalibrateBar />}
        left={
          <>
            <div className={dance.head}>
              <Button tone="quiet" icon="back" onClick={leave}>
                {t('calibrate.leave')}
              </Button>
            </div>
            <p className={dance.title}>{t('calibrate.title')}</p>
            <p>{t('calibrate.intro')}</p>
          </>
        }
      />
    </>
  );
}

/** The click that sounds, large enough to be seen from across the room. */
function Click(): ReactElement | null {
  const { t } = useTranslation();
  const { calibration } = useStudio();
  const phase = useStudioState(calibration.store, (state) => state.phase);
  const click = useStudioState(calibration.store, (state) => state.click);
  const countIn = useStudioState(calibration.store, (state) => state.countIn);
  const clicks = useStudioState(calibration.store, (state) => state.clicks);
  if (phase !== 'listening' || click === 0) return null;
  const clap = click - countIn;
  const words = clap <= 0 ? t('calibrate.listen') : t('calibrate.clap', { count: clap, total: clicks });
  return (
    <>
      <div className={dance.count} aria-hidden="true">
        <span key={click}>{clap <= 0 ? countIn - click + 1 : clap}</span>
      </div>
      <LiveRegion message={words} minIntervalMs={2000} />
    </>
  );
}

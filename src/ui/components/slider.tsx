/** A value on a line. */
import { Slider as BaseSlider } from '@base-ui/react/slider';
import { useRef, type ReactElement } from 'react';
import styles from './slider.module.css';

export interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number | undefined;
  disabled?: boolean | undefined;
  /** How the value reads, such as `80 %`; also what a screen reader says. */
  format?: ((value: number) => string) | undefined;
  /** With every movement. */
  onChange: (value: number) => void;
  /** Before the first movement of a drag or a key press. */
  onStart?: (() => void) | undefined;
  /** When the person lets go. */
  onCommit?: ((value: number) => void) | undefined;
}

/** A slider with its name and value above the line; arrows, Page keys, Home and End work too. */
export function Slider(props: SliderProps): ReactElement {
  const { label, value, min, max, step = (max - min) / 100, disabled = false } = props;
  const { format = String, onChange, onStart, onCommit } = props;
  const isMoving = useRef(false);
  return (
    <BaseSlider.Root
      className={styles.slider}
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={Math.max(step, (max - min) / 10)}
      disabled={disabled}
      onValueChange={(next) => {
        if (!isMoving.current) onStart?.();
        isMoving.current = true;
        onChange(next);
      }}
      onValueCommitted={(next) => {
        isMoving.current = false;
        onCommit?.(next);
      }}
    >
      <BaseSlider.Label className={styles.label}>{label}</BaseSlider.Label>
      <output className={styles.value}>{format(value)}</output>
      <BaseSlider.Control className={styles.control}>
        <BaseSlider.Track className={styles.track}>
          <BaseSlider.Indicator className={styles.indicator} />
          <BaseSlider.Thumb
            className={styles.thumb}
            getAriaValueText={(_formatted, current) => format(current)}
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
    </BaseSlider.Root>
  );
}

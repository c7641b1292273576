/** A button that asks for a file of the device. */
import { useRef, type ReactElement } from 'react';
import { Button } from './button';

export interface FileButtonProps {
  label: string;
  /** As the `accept` of a file input. */
  accept: string;
  multiple?: boolean | undefined;
  busy?: boolean | undefined;
  testId: string;
  /** Never empty. */
  onFiles: (files: readonly File[]) => void;
}

/** The same file may be chosen again after an error. */
export function FileButton(props: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        hidden
        data-testid={props.testId}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
      <Button icon="import" busy={props.busy} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
    </>
  );
}

/** Keeps a project open exactly as long as its screen is. */
import { useEffect } from 'react';
import { useStudio } from '../../studio-context';

/** Opens on mount, saves and closes on unmount. */
export function useEditorSession(projectId: string): void {
  const { editor } = useStudio();
  useEffect(() => {
    void editor.open(projectId);
    return () => void editor.close();
  }, [editor, projectId]);
}

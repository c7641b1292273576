/** From a file to the editor: import it as a take, make a project of it, open that. */
import { useNavigate } from './navigation';
import { useStudio } from './studio-context';
import { useTask, type Task } from './use-task';

/** The task of importing, and the way to start it. */
export function useImportClip(): { task: Task; importClip: (file: File) => void } {
  const { library } = useStudio();
  const navigate = useNavigate();
  const task = useTask();
  const importClip = (file: File): void =>
    task.run(async () => {
      const take = await library.importVideo(file);
      const projectId = await library.createProject(take.id);
      navigate({ screen: 'editor', projectId });
    });
  return { task, importClip };
}

/** Gives the project another name. */
import type { Project } from '../project';
import { PROJECT_LIMITS } from '../project-schema';

/** An empty name changes nothing. */
export function renameProject(project: Project, name: string): Project {
  const trimmed = name.trim().slice(0, PROJECT_LIMITS.nameLength);
  return trimmed === '' || trimmed === project.name ? project : { ...project, name: trimmed };
}

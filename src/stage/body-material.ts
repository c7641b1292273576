/** How a mannequin is lit: once a vertex, which is smooth enough on rounded shapes and cheap without a GPU. */
import { Color, ShaderMaterial, Vector3 } from 'three';
import { STAGE_COLORS } from './palette';

/** Light on a mannequin; colours `#rrggbb`. */
export interface BodyLight {
  readonly rim: string;
  /** 0..1: how bright the edges shine. */
  readonly rimStrength: number;
}

export const DEMO_LIGHT: BodyLight = { rim: '#fff1dd', rimStrength: 0.12 };
export const COACH_LIGHT: BodyLight = { rim: STAGE_COLORS.cool, rimStrength: 0.9 };

const VERTEX = /* glsl */ `
  uniform vec3 keyDirection;
  uniform vec3 rimColor;
  uniform float rimStrength;
  uniform vec3 litColor;
  uniform float lit;
  varying vec3 shade;

  void main() {
    vec4 viewPosition = modelViewMatrix * vec4(position, 1.0);
    gl_Position = projectionMatrix * viewPosition;
    vec3 n = normalize(normalMatrix * normal);
    vec3 toEye = normalize(-viewPosition.xyz);
    float key = max(dot(n, keyDirection), 0.0);
    float fill = max(dot(n, vec3(0.75, 0.1, 0.65)), 0.0);
    vec3 light = mix(vec3(0.20, 0.17, 0.16), vec3(0.44, 0.46, 0.50), n.y * 0.5 + 0.5);
    light += key * vec3(0.66, 0.63, 0.57) + fill * vec3(0.10, 0.11, 0.14);
    float edge = 1.0 - max(dot(n, toEye), 0.0);
    vec3 linear = color * light + rimColor * rimStrength * edge * edge * edge;
    linear = mix(linear, litColor * (0.55 + 0.6 * key + 0.3 * edge), lit * 0.85);
    // Display-referred from here on: the picture is written as it is.
    shade = pow(clamp(linear, 0.0, 1.0), vec3(1.0 / 2.2));
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec3 shade;
  void main() { gl_FragColor = vec4(shade, 1.0); }
`;

/** A material for painted geometry (attribute `color`, linear). `lit` 0..1 is set by the mannequin. */
export function createBodyMaterial(light: BodyLight): ShaderMaterial {
  return new ShaderMaterial({
    vertexColors: true,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      keyDirection: { value: new Vector3(-0.45, 0.72, 0.62).normalize() },
      rimColor: { value: new Color(light.rim) },
      rimStrength: { value: light.rimStrength },
      litColor: { value: new Color(STAGE_COLORS.hot) },
      lit: { value: 0 },
    },
  });
}

/** A flat material for masks: red where the body is, and also green where it is lit. */
export function createMaskMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexColors: true,
    vertexShader: /* glsl */ `void main() { gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`,
    fragmentShader: /* glsl */ `uniform float lit; void main() { gl_FragColor = vec4(1.0, lit, 0.0, 1.0); }`,
    uniforms: { lit: { value: 0 } },
  });
}

/** How a mannequin is drawn: rigid parts placed by matrices in one draw, soft light from above, a rim in the accent. */
import { Color, Matrix4, ShaderMaterial, Vector3 } from 'three';
import { STAGE_COLORS } from './palette';

/** Rigid parts of a mannequin, the trunk (whose skin bends) among them. */
export const PART_COUNT = 16;

/** Light on a mannequin; colours `#rrggbb`. */
export interface BodyLight {
  readonly rim: string;
  /** 0..1: how bright the edges shine. */
  readonly rimStrength: number;
  /** Light once a pixel: smoother, and dearer without a GPU. */
  readonly perPixel: boolean;
}

export const DEMO_LIGHT: BodyLight = { rim: '#fff1dd', rimStrength: 0.12, perPixel: false };

/** What lit limbs swell by, in metres: they are told by their thickness too. */
const SWELL = '0.016';

/** Places the vertex: its part's matrix, and a little outwards where it is lit. */
const PLACE = /* glsl */ `
  attribute float part;
  uniform mat4 parts[${PART_COUNT}];
  uniform float glow[${PART_COUNT}];

  vec4 placed(out vec3 n, out float lit) {
    int index = int(part + 0.5);
    mat4 frame = parts[index];
    lit = glow[index];
    mat3 axes = mat3(frame);
    // Parts are stretched along their axes, so normals shrink where places grow.
    vec3 stretch = max(vec3(dot(axes[0], axes[0]), dot(axes[1], axes[1]), dot(axes[2], axes[2])), vec3(1e-6));
    vec3 bent = normalize(axes * (normal / stretch));
    n = normalize(normalMatrix * bent);
    return modelViewMatrix * vec4((frame * vec4(position, 1.0)).xyz + bent * lit * ${SWELL}, 1.0);
  }
`;

const SHADE = /* glsl */ `
  uniform vec3 keyDirection;
  uniform vec3 rimColor;
  uniform float rimStrength;
  uniform vec3 litColor;

  vec3 shadeOf(vec3 paint, vec3 n, vec3 toEye, float lit) {
    float key = max(dot(n, keyDirection), 0.0);
    float fill = max(dot(n, vec3(0.75, 0.1, 0.65)), 0.0);
    vec3 light = mix(vec3(0.20, 0.17, 0.16), vec3(0.44, 0.46, 0.50), n.y * 0.5 + 0.5);
    light += key * vec3(0.66, 0.63, 0.57) + fill * vec3(0.10, 0.11, 0.14);
    float edge = 1.0 - max(dot(n, toEye), 0.0);
    vec3 rim = rimColor * rimStrength * edge * edge * edge;
    vec3 linear = paint * light + rim;
    linear = mix(linear, litColor * (0.55 + 0.6 * key + 0.3 * edge) + 0.5 * rim, lit * 0.85);
    // Display-referred from here on: the picture is written as it is.
    return pow(clamp(linear, 0.0, 1.0), vec3(1.0 / 2.2));
  }
`;

const LIT_BY_VERTEX = {
  vertexShader: /* glsl */ `
    ${PLACE}
    ${SHADE}
    varying vec3 shade;
    void main() {
      vec3 n;
      float lit;
      vec4 seen = placed(n, lit);
      gl_Position = projectionMatrix * seen;
      shade = shadeOf(color, n, normalize(-seen.xyz), lit);
    }
  `,
  fragmentShader: /* glsl */ `
    varying vec3 shade;
    void main() { gl_FragColor = vec4(shade, 1.0); }
  `,
};

const LIT_BY_PIXEL = {
  vertexShader: /* glsl */ `
    ${PLACE}
    varying vec3 paint;
    varying vec3 turned;
    varying vec3 seenAt;
    varying float litHere;
    varying float alongPart;
    void main() {
      vec4 seen = placed(turned, litHere);
      seenAt = seen.xyz;
      paint = color;
      alongPart = position.y;
      gl_Position = projectionMatrix * seen;
    }
  `,
  fragmentShader: /* glsl */ `
    ${SHADE}
    varying vec3 paint;
    varying vec3 turned;
    varying vec3 seenAt;
    varying float litHere;
    varying float alongPart;
    void main() {
      // Rings round lit limbs, so that they are not told by colour alone.
      float ring = smoothstep(0.35, 0.5, abs(fract(alongPart * 4.0) - 0.5) * 2.0);
      vec3 shade = shadeOf(paint, normalize(turned), normalize(-seenAt), litHere * (0.62 + 0.38 * ring));
      gl_FragColor = vec4(shade, 1.0);
    }
  `,
};

/** A material for painted parts (attributes `color`, linear, and `part`). */
export function createBodyMaterial(light: BodyLight): ShaderMaterial {
  return new ShaderMaterial({
    vertexColors: true,
    ...(light.perPixel ? LIT_BY_PIXEL : LIT_BY_VERTEX),
    uniforms: {
      ...partUniforms(),
      keyDirection: { value: new Vector3(-0.45, 0.72, 0.62).normalize() },
      rimColor: { value: new Color(light.rim) },
      rimStrength: { value: light.rimStrength },
      litColor: { value: new Color(STAGE_COLORS.hot) },
    },
  });
}

/** A flat material for masks: red where the body is, and also green where it is lit. */
export function createMaskMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexColors: true,
    vertexShader: /* glsl */ `
      ${PLACE}
      varying float litHere;
      void main() {
        vec3 n;
        gl_Position = projectionMatrix * placed(n, litHere);
      }
    `,
    fragmentShader: /* glsl */ `
      varying float litHere;
      void main() { gl_FragColor = vec4(1.0, litHere, 0.0, 1.0); }
    `,
    uniforms: partUniforms(),
  });
}

function partUniforms(): { parts: { value: Matrix4[] }; glow: { value: Float32Array } } {
  return {
    parts: { value: Array.from({ length: PART_COUNT }, () => new Matrix4()) },
    glow: { value: new Float32Array(PART_COUNT) },
  };
}

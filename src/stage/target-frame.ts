/**
 * Hoops of light: one stands round the player and breathes with the beat, one comes with each silhouette and meets it exactly
 * on the key time. What a judgement line is to notes, the standing hoop is to poses.
 */
import type { BufferGeometry } from 'three';
import {
  BufferAttribute,
  Color,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from 'three';
import type { Disposable } from '../core/ownership';
import { clamp, lerp } from '../core/scalar';
import type { Approach } from './approach';
import { STAGE_COLORS } from './palette';
import type { Placement } from './player-placement';

/** Half width and half height of the hoop at the player, and the height of its middle above the floor, in metres. */
const HALF_WIDTH_METRES = 0.66;
const HALF_HEIGHT_METRES = 1.04;
const CENTER_METRES = 0.98;

/** Nearest that the hoop comes to the picture's edge, 0..1 of the stage. */
const EDGE = 0.022;

/** Hoops that can be seen at once: the standing one and those under way. */
const MOST_HOOPS = 5;

/** A place on the stage, 0..1, y down. */
export interface StartPlace {
  readonly x: number;
  readonly y: number;
}

const VERTEX = /* glsl */ `
  attribute vec4 hoop;
  attribute vec3 look;
  uniform float aspect;
  varying vec2 at;
  varying vec2 room;
  varying vec3 shown;
  void main() {
    // In units of the stage's height. Only a band along the edge is drawn: z tells its outer from its inner side.
    room = hoop.zw * vec2(aspect, 1.0);
    at = position.xy * (room + mix(-0.034, 0.014, position.z));
    shown = look;
    vec2 place = hoop.xy + at / vec2(aspect, 1.0);
    gl_Position = vec4(place * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  uniform vec3 paper;
  uniform vec3 accent;
  varying vec2 at;
  varying vec2 room;
  varying vec3 shown;
  void main() {
    float strength = shown.x;
    float standing = shown.y;
    float flash = shown.z;
    float bend = min(0.035, 0.3 * room.x);
    vec2 q = abs(at) - room + bend;
    float away = abs(length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - bend);
    // The standing hoop is heavy at its corners and fine between.
    vec2 fromCorner = room - abs(at);
    float corner = 1.0 - smoothstep(0.05, 0.062, max(fromCorner.x, fromCorner.y));
    float width = mix(0.0016, mix(0.0011, 0.0034, corner), standing) + 0.0032 * flash;
    float line = 1.0 - smoothstep(width, width + 0.0012, away);
    float glow = exp(-away * 160.0) * (0.22 + 0.6 * flash);
    vec3 tone = mix(accent, paper, max(standing * 0.85, flash * 0.8));
    // Dark beside the line, so that it is seen before a bright wall.
    float shadow = (1.0 - smoothstep(width, width + 0.005, away)) * 0.35;
    float light = max(line * mix(1.0, mix(0.5, 1.0, corner), standing * (1.0 - flash)), glow);
    float alpha = max(light, shadow);
    if (alpha < 0.01) discard;
    gl_FragColor = vec4(tone * light / alpha, alpha * strength);
  }
`;

/** All hoops in one draw. */
export class TargetFrame implements Disposable {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #hoops = new InstancedBufferAttribute(new Float32Array(MOST_HOOPS * 4), 4).setUsage(
    DynamicDrawUsage,
  );
  readonly #looks = new InstancedBufferAttribute(new Float32Array(MOST_HOOPS * 3), 3).setUsage(
    DynamicDrawUsage,
  );
  readonly #geometry = new InstancedBufferGeometry();
  #count = 0;
  #x = 0.5;
  #y = 0.5;
  #halfWidth = 0.4;
  #halfHeight = 0.4;

  constructor() {
    const corners = [-1, -1, 1, -1, 1, 1, -1, 1];
    const vertices: number[] = [];
    for (const side of [0, 1]) {
      for (let corner = 0; corner < 4; corner += 1) {
        vertices.push(corners[corner * 2] ?? 0, corners[corner * 2 + 1] ?? 0, side);
      }
    }
    const indices = [0, 1, 2, 3].flatMap((corner) => {
      const next = (corner + 1) % 4;
      return [corner, next, corner + 4, next, next + 4, corner + 4];
    });
    this.#geometry.setAttribute('position', new BufferAttribute(new Float32Array(vertices), 3));
    this.#geometry.setIndex(indices);
    this.#geometry.setAttribute('hoop', this.#hoops);
    this.#geometry.setAttribute('look', this.#looks);
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      uniforms: {
        aspect: { value: 1 },
        paper: { value: new Color(STAGE_COLORS.paper).convertLinearToSRGB() },
        accent: { value: new Color(STAGE_COLORS.cool).convertLinearToSRGB() },
      },
    });
    this.mesh = new Mesh(this.#geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 10;
  }

  /** @param color `#rrggbb` of hoops under way */
  tint(color: string): void {
    const accent = this.mesh.material.uniforms['accent'];
    if (accent !== undefined) (accent.value as Color).set(color).convertLinearToSRGB();
  }

  /**
   * Begins a frame with the standing hoop alone.
   * @param pulse 0..1, 1 on the beat
   * @param reducedMotion the hoop brightens but does not swell
   */
  place(placement: Placement, pulse: number, aspect: number, reducedMotion: boolean): void {
    const perMetre = (reducedMotion ? 1 : 1 + 0.016 * pulse) / placement.stageMetres;
    this.#halfWidth = Math.min(0.5 - EDGE, (HALF_WIDTH_METRES * perMetre) / aspect);
    this.#halfHeight = Math.min(0.5 - EDGE, HALF_HEIGHT_METRES * perMetre);
    const middle = placement.floorY - CENTER_METRES / placement.stageMetres;
    // All four corners stay in the picture.
    this.#x = clamp(placement.x, this.#halfWidth + EDGE, 1 - this.#halfWidth - EDGE);
    this.#y = clamp(middle, this.#halfHeight + EDGE, 1 - this.#halfHeight - EDGE);
    const { uniforms } = this.mesh.material;
    if (uniforms['aspect'] !== undefined) uniforms['aspect'].value = aspect;
    this.#count = 0;
    this.#write(this.#x, this.#y, 1, 0.55 + 0.4 * pulse, 1, 0);
  }

  /** Adds the hoop that comes with a silhouette; a met one lights the standing hoop instead. */
  add({ scale, opacity, flash }: Approach, from: StartPlace, guidance: number): void {
    if (flash > 0) {
      this.#looks.setX(0, Math.max(this.#looks.getX(0), flash));
      this.#looks.setZ(0, Math.max(this.#looks.getZ(0), flash));
    } else if (this.#count < MOST_HOOPS && scale < 1) {
      this.#write(
        lerp(from.x, this.#x, scale),
        lerp(from.y, this.#y, scale),
        scale,
        opacity * guidance,
        0,
        0,
      );
    }
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #write(x: number, y: number, scale: number, strength: number, standing: number, flash: number): void {
    this.#hoops.setXYZW(this.#count, x, y, this.#halfWidth * scale, this.#halfHeight * scale);
    this.#looks.setXYZ(this.#count, strength, standing, flash);
    this.#count += 1;
    this.#geometry.instanceCount = this.#count;
    this.#hoops.needsUpdate = true;
    this.#looks.needsUpdate = true;
  }
}

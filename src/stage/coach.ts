/** The coach in a portal of light: a lit mannequin before its series' colours, hands and head reaching out of the frame. */
import {
  Color,
  Vector2,
  type BufferGeometry,
  type Mesh,
  type ShaderMaterial,
  type WebGLRenderer,
} from 'three';
import type { Rect, Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import type { PoseTrack } from '../pose/pose-track';
import { BELOW_FLOOR, DancerPicture, type DancerShow } from './dancer-picture';
import type { CoachStyle } from './palette';
import { lateralSway } from './root-motion';
import { ScreenQuad } from './screen-quad';
import { TrackSampler } from './track-sampler';

/** Place of the card, 0..1 of the stage from its top left: the upper right, clear of a top bar and of the thumb. */
export const COACH_RECT: Rect = { x: 0.585, y: 0.085, width: 0.4, height: 0.325 };

/** How the coach is shown now. */
export interface CoachShow extends DancerShow {
  /** 0..1, 0 hides it. */
  readonly guidance: number;
  /** 0..1, 1 on the beat: light of sun, floor and edge. */
  readonly pulse: number;
}

/** Half of the weight shifts is shown: the portal is narrow. */
export const COACH_SWAY_PART = 0.5;

const FRAGMENT = /* glsl */ `
  uniform sampler2D coach;
  uniform vec2 pixels;
  uniform vec3 topTone;
  uniform vec3 bottomTone;
  uniform vec3 sunTone;
  uniform vec3 accent;
  uniform float pattern;
  uniform float pulse;
  uniform float guidance;
  uniform float framed;
  varying vec2 at;

  // Signed distance in pixels to a doorway: round above, small corners below.
  float doorway(vec2 p, vec2 half_, float round_) {
    vec2 q = abs(p) - half_ + round_;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - round_;
  }

  void main() {
    vec4 seen = texture2D(coach, vec2(at.x, 1.0 - at.y));
    vec2 p = (at - vec2(0.5, 0.535)) * pixels;
    vec2 room = vec2(0.385, 0.452) * pixels;
    float away = doorway(p, room, p.y < 0.0 ? room.x * 0.98 : room.x * 0.16);
    float inside = mix(1.0, clamp(0.5 - away, 0.0, 1.0), framed);

    // Behind the dancer: a wall in the series' colours, a sun, a pattern, and the floor.
    float floorAt = ${(1 - BELOW_FLOOR - 0.035).toFixed(4)};
    float unit = pixels.y;
    vec2 sunward = (at - vec2(0.5, 0.42)) * pixels / unit;
    float sun = 1.0 - smoothstep(0.243, 0.247, length(sunward));
    vec3 wall = mix(topTone, bottomTone, at.y);
    float mark;
    if (pattern < 0.5) {
      float ray = atan(sunward.y, sunward.x) * 2.546;
      mark = smoothstep(0.42, 0.5, abs(fract(ray) - 0.5)) * (1.0 - sun);
    } else if (pattern < 1.5) {
      float row = floor(at.y * 15.0);
      vec2 brick = vec2(fract(at.x * 5.0 + 0.5 * mod(row, 2.0)), fract(at.y * 15.0));
      mark = 1.0 - step(0.05, brick.x) * step(0.12, brick.y);
    } else if (pattern < 2.5) {
      vec2 dot_ = fract((at * pixels / unit + vec2(0.5 * mod(floor(at.y * 13.0), 2.0) / 13.0, 0.0)) * 13.0) - 0.5;
      mark = 1.0 - smoothstep(0.2, 0.26, length(dot_));
    } else {
      mark = smoothstep(0.35, 0.45, abs(fract(length(sunward) * 9.0) - 0.5)) * (1.0 - sun);
    }
    wall = mix(wall, sunTone, 0.30 * mark);
    wall = mix(wall, sunTone + 0.10 * pulse, sun * (0.75 + 0.25 * pulse));
    float below = step(floorAt, at.y);
    vec3 ground = mix(topTone * 0.45, bottomTone * 0.9, smoothstep(floorAt, 1.0, at.y));
    vec2 spot = (at - vec2(0.5, floorAt + 0.045)) * vec2(pixels.x / unit, 3.4);
    float pool = 1.0 - smoothstep(0.02, 0.27, length(spot));
    ground += accent * pool * (0.35 + 0.45 * pulse);
    vec3 tone = mix(wall, ground, below);
    float line = smoothstep(-3.2, -1.6, away) * (0.7 + 0.3 * pulse) * framed;
    tone = mix(tone, accent, line);
    float cover = mix(1.0, 0.94, framed);
    // A soft dark edge outside parts the portal from a bright room, and hands that reach out of it too.
    float outer = (1.0 - smoothstep(0.0, 0.03 * unit, away)) * 0.45;
    vec4 card = vec4(tone * cover * inside, max(cover * inside, outer));
    gl_FragColor = (seen + card * (1.0 - seen.a)) * guidance;
  }
`;

const display = (color: string): Color => new Color(color).convertLinearToSRGB();

/** Owns the card and the dancer on it. */
export class Coach implements Disposable {
  readonly #scope = new Scope();
  readonly #place: Rect;
  readonly #quad: ScreenQuad;
  readonly #dancer: DancerPicture;
  readonly #sampler = new TrackSampler();
  readonly #pixels = new Vector2(1, 1);

  /**
   * @param place on the stage, 0..1
   * @param isFramed a doorway that lets the picture behind be seen round it; else the whole place is the coach's stage
   */
  constructor(style: CoachStyle, place: Rect = COACH_RECT, isFramed = true) {
    this.#place = place;
    this.#dancer = this.#scope.own(new DancerPicture(style));
    const [top, bottom, sun] = style.portal;
    this.#quad = this.#scope.own(
      new ScreenQuad(
        FRAGMENT,
        {
          coach: { value: this.#dancer.texture },
          pixels: { value: this.#pixels },
          topTone: { value: display(top) },
          bottomTone: { value: display(bottom) },
          sunTone: { value: display(sun) },
          accent: { value: display(style.accent) },
          pattern: { value: style.pattern },
          pulse: { value: 0 },
          guidance: { value: 1 },
          framed: { value: isFramed ? 1 : 0 },
        },
        true,
      ),
    );
    this.#quad.rect.set(place.x, place.y, place.width, place.height);
  }

  /** The card, for the scene that lies over the picture. */
  get card(): Mesh<BufferGeometry, ShaderMaterial> {
    return this.#quad.mesh;
  }

  /** Draws the coach into the card's picture; before the stage itself is drawn. */
  draw(
    renderer: WebGLRenderer,
    stage: Size,
    reference: PoseTrack,
    songSeconds: number,
    show: CoachShow,
  ): void {
    this.card.visible = show.guidance > 0 && this.#sampler.sample(reference, songSeconds);
    if (!this.card.visible) return;
    const { world, image } = this.#sampler;
    this.#pixels.set(
      Math.max(2, Math.round(stage.width * this.#place.width)),
      Math.max(2, Math.round(stage.height * this.#place.height)),
    );
    this.#dancer.draw(
      renderer,
      this.#pixels,
      world,
      lateralSway(image, world, reference.aspect) * COACH_SWAY_PART,
      show,
    );
    this.#quad.set('pulse', show.pulse);
    this.#quad.set('guidance', show.guidance);
  }

  dispose(): void {
    this.#scope.dispose();
  }
}

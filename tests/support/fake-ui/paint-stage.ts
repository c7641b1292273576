/** A picture that stands for the camera: a bright room and somebody in it, so that contrast over it can be judged. */

/** Paints at once and at every frame; gives the way to stop. */
export function paintStage(canvas: HTMLCanvasElement): () => void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D context for the fake stage.');
  if (canvas.width < 270 || canvas.width === 300) {
    canvas.width = 720;
    canvas.height = 1280;
  }
  const { width, height } = canvas;
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#e9e3d8');
  sky.addColorStop(0.55, '#b9a795');
  sky.addColorStop(0.56, '#7c5f4b');
  sky.addColorStop(1, '#3d2c22');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = '#2b3a55';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = width * 0.09;
  const at = (x: number, y: number): [number, number] => [x * width, y * height];
  const lines: (readonly [number, number])[][] = [
    [
      [0.5, 0.38],
      [0.5, 0.58],
    ],
    [
      [0.5, 0.4],
      [0.32, 0.32],
      [0.26, 0.2],
    ],
    [
      [0.5, 0.4],
      [0.68, 0.44],
      [0.76, 0.34],
    ],
    [
      [0.5, 0.58],
      [0.4, 0.72],
      [0.38, 0.88],
    ],
    [
      [0.5, 0.58],
      [0.6, 0.72],
      [0.66, 0.88],
    ],
  ];
  for (const line of lines) {
    context.beginPath();
    for (const [x, y] of line) context.lineTo(...at(x, y));
    context.stroke();
  }
  context.fillStyle = '#c98f6b';
  context.beginPath();
  context.arc(...at(0.5, 0.29), width * 0.085, 0, Math.PI * 2);
  context.fill();
  return () => undefined;
}

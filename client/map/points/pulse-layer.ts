// Draws a ring that grows and fades around every fresh reading. The ring's age is worked out on the graphics card, so that many running
// rings cost the page no more than one; while one runs the layer asks for the next frame itself.
import { ScatterplotLayer, type UpdateParameters } from 'deck.gl'
import { PULSE_MS, type PulseRows } from './pulse-rows.ts'
import { createRowBuffer, type RowBuffer, rowAttribute, writeDirtyRows } from './row-buffer.ts'

type PulseLayerProps = {
  readonly rows: PulseRows
  readonly now: () => number
  /** 0 to 255 each. */
  readonly colour: readonly [number, number, number]
  /** CSS pixels, of the full-grown ring. */
  readonly radius: number
  readonly lineWidth: number
}

const uniformBlock = `\
layout(std140) uniform pulseUniforms {
  vec4 color;
  float time;
  float radius;
  float lineWidth;
} pulse;
`
const pulseUniforms = {
  name: 'pulse',
  vs: uniformBlock,
  uniformTypes: { color: 'vec4<f32>', time: 'f32', radius: 'f32', lineWidth: 'f32' },
}

const vertexShader = `\
#version 300 es
#define SHADER_NAME pulse-layer-vertex-shader
in vec3 positions;
in vec3 instanceRows;
out vec4 vFillColor;
out vec4 vLineColor;
out vec2 unitPosition;
out float innerUnitRadius;
out float outerRadiusPixels;

void main(void) {
  float share = (pulse.time - instanceRows.z) / ${PULSE_MS.toFixed(1)};
  if (share >= 1.0) {
    // Behind the far plane: nothing of it is drawn.
    gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
    return;
  }
  float grown = 1.0 - (1.0 - share) * (1.0 - share);
  vec3 place = vec3(instanceRows.xy, 0.0);
  geometry.worldPosition = place;
  geometry.pickingColor = picking_getPickingColorFromInstanceID();
  outerRadiusPixels = pulse.radius * (0.25 + 0.75 * grown) + pulse.lineWidth * 0.5;
  float edgePadding = (outerRadiusPixels + SMOOTH_EDGE_RADIUS) / outerRadiusPixels;
  unitPosition = edgePadding * positions.xy;
  geometry.uv = unitPosition;
  innerUnitRadius = 1.0 - pulse.lineWidth / outerRadiusPixels;
  gl_Position = project_position_to_clipspace(place, vec3(0.0), vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vec3 offset = edgePadding * positions * outerRadiusPixels;
  DECKGL_FILTER_SIZE(offset, geometry);
  gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
  vFillColor = vec4(0.0);
  vLineColor = vec4(pulse.color.rgb, 0.9 * (1.0 - share));
  DECKGL_FILTER_COLOR(vLineColor, geometry);
}
`

export class PulseLayer extends ScatterplotLayer<unknown, PulseLayerProps> {
  static override layerName = 'PulseLayer'
  declare state: ScatterplotLayer['state'] & { rowBuffer?: RowBuffer }

  override getShaders() {
    const shaders = super.getShaders()
    return { ...shaders, vs: vertexShader, modules: [...shaders.modules, pulseUniforms] }
  }

  override initializeState(): void {
    this.getAttributeManager()?.addInstanced(rowAttribute(() => this.state.rowBuffer))
  }

  override updateState(params: UpdateParameters<this>): void {
    if (params.props.rows !== params.oldProps.rows) {
      this.state.rowBuffer?.destroy()
      this.state.rowBuffer = createRowBuffer(this.context.device, params.props.rows)
    }
    super.updateState(params)
  }

  override finalizeState(context: this['context']): void {
    super.finalizeState(context)
    this.state.rowBuffer?.destroy()
  }

  override draw(options: { uniforms: unknown }): void {
    const { rows, now, colour, radius, lineWidth } = this.props
    const at = now()
    if (!rows.isRunning(at)) return
    if (this.state.rowBuffer) writeDirtyRows(this.state.rowBuffer, rows)
    const [red, green, blue] = colour
    this.setShaderModuleProps({
      pulse: { color: [red / 255, green / 255, blue / 255, 1], time: rows.timeAt(at), radius, lineWidth },
    })
    super.draw(options)
    this.setNeedsRedraw()
  }
}

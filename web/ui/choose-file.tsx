import './choose-file.css'

/** A real file field under a button's looks, so that keys and screen readers know it. */
export function ChooseFile(props: {
  label: string
  accept: string
  busy: boolean
  multiple?: boolean
  onChoose: (files: readonly File[]) => void
}) {
  return (
    <label class="choose-file">
      <input
        type="file"
        accept={props.accept}
        multiple={props.multiple ?? false}
        disabled={props.busy}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          props.onChoose(files)
        }}
      />
      {props.label}
    </label>
  )
}

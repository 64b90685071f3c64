export function App() {
  return (
    <main>
      <h1>Kiemkring</h1>
    </main>
  )
}

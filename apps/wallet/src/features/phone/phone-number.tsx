/** Never broken in the middle, nor turned around by the writing around it. */
export function PhoneNumber({ of }: { readonly of: string }) {
  return (
    <bdi dir="ltr" className="whitespace-nowrap">
      {of}
    </bdi>
  )
}

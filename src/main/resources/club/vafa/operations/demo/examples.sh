curl -s $VAFA/v1/members -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \
  -d '{"phone": "+98 935 000 0001", "firstName": "Sara"}'

curl -s $VAFA/v1/purchases -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \
  -d '{"source": "till-1", "externalId": "0001", "member": {"phone": "+98 935 000 0001"}, "currency": "IRR",
       "lines": [{"sku": "LAT", "name": "Latte", "category": "coffee", "quantity": "2", "amount": "2700000"}]}'

ID=$(curl -s "$VAFA/v1/purchases?source=till-1&externalId=0001" -H "Authorization: Bearer $KEY" \
  | sed 's/.*"id":"\(pur_[a-z0-9]*\)".*/\1/')
curl -s $VAFA/v1/purchases/$ID/explanation -H "Authorization: Bearer $KEY" -H "Accept-Language: fa"

MEMBER=$(curl -s "$VAFA/v1/members?phone=%2B989350000001" -H "Authorization: Bearer $KEY" \
  | sed 's/.*"id":"\(mbr_[a-z0-9]*\)".*/\1/')
curl -s $VAFA/v1/members/$MEMBER/wallets -H "Authorization: Bearer $KEY"

curl -s $VAFA/v1/demo/clock -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \
  -d '{"forward": "P1D"}'

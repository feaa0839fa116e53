import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.*;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads the vCards of standard input with ez-vcard and prints a line for each of their values: card, field, value. */
public class ReadCards {
	private static int number = 0;

	public static void main(String[] arguments) throws Exception {
		String text = new String(System.in.readAllBytes(), "UTF-8");
		for (VCard card : Ezvcard.parse(text).all()) {
			number++;
			print("version", card.getVersion().getVersion());
			print("fn", card.getFormattedName().getValue());
			StructuredName name = card.getStructuredName();
			print("n", join(name.getFamily(), name.getGiven(), first(name.getAdditionalNames()), first(name.getPrefixes()), first(name.getSuffixes())));
			if (card.getNickname() != null) print("nickname", first(card.getNickname().getValues()));
			if (card.getOrganization() != null) print("org", String.join("|", card.getOrganization().getValues()));
			for (Title title : card.getTitles()) print("title", title.getValue());
			for (Telephone phone : card.getTelephoneNumbers()) {
				print("tel", phone.getText());
				print("tel types", String.join("|", phone.getParameters().get("TYPE")));
				print("tel waid", phone.getParameter("waid"));
			}
			for (Email email : card.getEmails()) print("email", email.getValue());
			for (Address address : card.getAddresses()) print("adr", join(address.getStreetAddress(), address.getLocality(), address.getRegion(), address.getPostalCode(), address.getCountry()));
			for (Url url : card.getUrls()) print("url", url.getValue());
			if (card.getBirthday() != null) print("bday", birthday(card.getBirthday()));
			for (Note note : card.getNotes()) print("note", note.getValue());
			for (Photo photo : card.getPhotos()) print("photo", photo.getData() == null ? photo.getUrl() : Base64.getEncoder().encodeToString(photo.getData()));
			for (RawProperty other : card.getExtendedProperties()) print(other.getPropertyName().toLowerCase(), other.getValue());
		}
	}

	private static String birthday(Birthday day) {
		if (day.getDate() != null) return new java.text.SimpleDateFormat("yyyy-MM-dd").format(day.getDate());
		return day.getPartialDate() != null ? day.getPartialDate().toISO8601(true) : day.getText();
	}

	private static String first(List<String> values) {
		return values.isEmpty() ? "" : String.join(",", values);
	}

	private static String join(String... values) {
		List<String> texts = new ArrayList<>();
		for (String value : values) texts.add(value == null ? "" : value);
		return String.join("|", texts);
	}

	/** Values in base64, so that none of them can end its line. */
	private static void print(String field, String value) throws Exception {
		String text = Base64.getEncoder().encodeToString((value == null ? "" : value).getBytes("UTF-8"));
		System.out.println(number + "\t" + field + "\t" + text);
	}
}

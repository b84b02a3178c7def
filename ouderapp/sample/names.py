"""Invented names of the many languages of a Flemish school, and the languages they come with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """Names of one language: given names of girls and boys, and family names."""

    language: str
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    share: int


def _row(language: str, girls: str, boys: str, families: str, share: int) -> Names:
    return Names(language, tuple(girls.split()), tuple(boys.split()), _families(families), share)


def _families(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


NAMES = (
    _row("nl", "Emma Lotte Marie Noor Fien Elke Griet Hanne Jolien Katrien",
         "Arne Bram Daan Jef Kobe Lars Matthias Pieter Stijn Wout",
         "Peeters, Van den Berghe, De Smet, Claes, D'Hondt, Vandenbroucke, Goossens, Maes,"
         " Van Damme, Wouters, De Clercq, Hermans", 38),
    _row("fr", "Aïcha Chloé Élodie Fatou Grâce Mireille Océane Prisca Solène Tatiana",
         "Aurélien Christ Exaucé Gédéon Jérémie Noé Olivier Patrick Théo Yves",
         "Mbala, Kabongo, Dupont, Lefèvre, Ndiaye, Tshibangu, Makanda, N'Goma, Ilunga, Moreau", 20),
    _row("tr", "Ayşe Büşra Ceren Elif Gülşen Işıl Nesrin Özge Şeyma Zeynep",
         "Ahmet Barış Çağlar Emre İbrahim Kağan Mehmet Oğuz Ümit Yiğit",
         "Yılmaz, Öztürk, Çelik, Şahin, Işık, Güneş, Doğan, Aydın, Kılıç, Erdoğdu", 12),
    _row("ar", "Amina Dounia Fatima Hanan Khadija Layla Nour Rania Salma Yasmine",
         "Adam Bilal Hamza Ilyas Karim Mohamed Omar Rachid Samir Youssef",
         "El Amrani, Haddad, Al-Hamdani, Benali, El Idrissi, Bouzidi, Al Khatib, Ouali, محمّد, أحمد",
         12),
    _row("pl", "Agnieszka Dorota Ewa Kasia Łucja Małgorzata Ola Zofia",
         "Bartłomiej Jakub Łukasz Michał Paweł Stanisław Tomasz Wojciech",
         "Kowalski, Wiśniewska, Wójcik, Kamiński, Zieliński, Łukaszewicz, Dąbrowski, Świątek", 5),
    _row("ro", "Andreea Cătălina Ioana Mădălina Ruxandra Ștefania",
         "Bogdan Cosmin Ionuț Mircea Răzvan Ștefan",
         "Ștefănescu, Țurcanu, Popescu, Ionescu, Bălan, Dumitrescu", 4),
    _row("uk", "Анастасія Дарина Ірина Оксана Софія Юлія",
         "Андрій Богдан Данило Ігор Максим Тарас",
         "Шевченко, Коваленко, Бондаренко, Ткаченко, Їжак, Мельник", 3),
    _row("vi", "Ánh Hương Mai Ngọc Thảo Trang", "Dũng Hiếu Minh Quân Tuấn Việt",
         "Nguyễn, Trần, Phạm, Đặng, Lê, Võ", 2),
    _row("bg", "Десислава Елена Мария Петя", "Георги Димитър Иван Николай",
         "Иванова, Димитров, Йорданов, Стоянова", 1),
    _row("ti", "ሄለን ሰላም ራሄል ትርሃስ", "ዮናስ ሚኪኤል ሳሙኤል ኣማኑኤል", "ተስፋይ, ገብረ, ሃይለ, ወልደ", 1),
    _row("ps", "Gulalai Palwasha Spozhmai Zarghona", "Ajmal Hamid Najib Zmarai",
         "ښاغلی, Safi, Wardak, Zadran", 2),
)  # fmt: skip
